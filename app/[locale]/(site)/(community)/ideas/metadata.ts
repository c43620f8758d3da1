import type { Metadata } from 'next';

import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { ideasPath } from '@/lib/feedback/ideas-view';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';

import { ideasPage } from './data';

/** Pages of one list share the first one's address as the canonical one only in its own view: each page is its own. */
export async function ideasMetadata(locale: Locale, segments: string[]): Promise<Metadata> {
  const page = await ideasPage(segments);
  if (!page) return missingMetadata();
  const t = translator(locale, 'feedback');
  const { view, products } = page;
  const product = products.find(({ handle }) => handle === view.product);
  const title = t('ideas.metaTitle', {
    about: product ? 'one' : 'all',
    product: product ? localText(locale, product.title, product.titleZh) : '',
    stage: view.stage === 'OPEN' ? 'no' : 'yes',
    stageName: t(`filter.${view.stage}`),
  });
  return pageMetadata({ locale, path: ideasPath(view), title, description: t('ideas.lead') });
}
