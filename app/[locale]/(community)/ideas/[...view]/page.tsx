import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { ideasJsonLd } from '@/lib/web/json-ld/feedback';
import { IdeasPage } from '@/components/feedback/ideas-page';
import { JsonLd } from '@/components/seo/json-ld';
import type { Locale } from '@/lib/core/locale';

import { ideasPage } from '../data';
import { ideasMetadata } from '../metadata';

type Props = { params: Promise<{ locale: string; view: string[] }> };

export function generateStaticParams() {
  return [{ view: ['_'] }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, view } = await params;
  return ideasMetadata(locale as Locale, view.map(decodeURIComponent));
}

export default async function SomeIdeas({ params }: Props) {
  const { locale, view } = await params;
  const page = await ideasPage(view.map(decodeURIComponent));
  if (!page) return <Missing />;
  return <><JsonLd data={ideasJsonLd(page.list.ideas, locale as Locale)} /><IdeasPage {...page} locale={locale as Locale} /></>;
}
