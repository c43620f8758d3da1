import type { Metadata } from 'next';

import { NarrowedShelf } from '@/components/catalog/product-shelf';
import { Missing } from '@/components/shell/missing';
import { readShelfView, shelfPath } from '@/lib/catalog/choices/shelf-view';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { shelfView } from '../../data';

type Props = { params: Promise<{ locale: string; view: string[] }> };

export function generateStaticParams() {
  return [{ view: ['_'] }];
}

async function load({ locale, view: segments }: { locale: Locale; view: string[] }) {
  const view = readShelfView(segments);
  const shown = view && (await shelfView(view, locale));
  return shown && { ...shown, view };
}

// What a search engine needs to know stands on the whole shelf.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const shown = asked && (await load(asked));
  if (!shown) return missingMetadata();
  const { locale } = asked;
  const t = translator(locale, 'catalog');
  const title = shown.view.kind ?? t('title');
  const path = shelfPath(shown.view);
  return {
    ...(await pageMetadata({ locale, path, title, description: t('lead') })),
    robots: { index: false, follow: true },
  };
}

export default async function NarrowedShelfPage({ params }: Props) {
  const asked = await pageParams(params);
  const shown = asked && (await load(asked));
  return shown ? <NarrowedShelf {...shown} locale={asked.locale} /> : <Missing />;
}
