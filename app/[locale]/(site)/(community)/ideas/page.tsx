import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { ideasJsonLd } from '@/lib/web/json-ld/feedback';
import { localeOf } from '@/lib/web/params';
import { IdeasPage } from '@/components/feedback/ideas-page';
import { JsonLd } from '@/components/seo/json-ld';

import { ideasPage } from './data';
import { ideasMetadata } from './metadata';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return ideasMetadata(await localeOf(params), []);
}

export default async function AllIdeas({ params }: Props) {
  const locale = await localeOf(params);
  const page = await ideasPage([]);
  if (!page) return <Missing />;
  return (
    <>
      <JsonLd data={ideasJsonLd(page.list.ideas, locale)} />
      <IdeasPage {...page} locale={locale} />
    </>
  );
}
