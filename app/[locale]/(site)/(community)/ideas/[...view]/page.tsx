import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { ideasJsonLd } from '@/lib/web/json-ld/feedback';
import { IdeasPage } from '@/components/feedback/ideas-page';
import { JsonLd } from '@/components/seo/json-ld';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { ideasPage } from '../data';
import { ideasMetadata } from '../metadata';

type Props = { params: Promise<{ locale: string; view: string[] }> };

export function generateStaticParams() {
  return [{ view: ['_'] }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  return asked ? ideasMetadata(asked.locale, asked.view) : missingMetadata();
}

export default async function SomeIdeas({ params }: Props) {
  const asked = await pageParams(params);
  const page = asked && (await ideasPage(asked.view));
  if (!page) return <Missing />;
  return (
    <>
      <JsonLd data={ideasJsonLd(page.list.ideas, asked.locale)} />
      <IdeasPage {...page} locale={asked.locale} />
    </>
  );
}
