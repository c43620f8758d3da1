import type { Metadata } from 'next';

import { ReviewsPage } from '@/components/reviews/reviews-page';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { reviewPath } from '@/lib/reviews/choices/review-paths';
import { reviewsPath } from '@/lib/reviews/choices/reviews-view';
import { publicBrand } from '@/lib/web/brand';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';

import { reviewsPage } from './data';

type Asked = { locale: Locale; handle: string; segments: string[] };

/** What the head of a view of reviews says; each view is a page of its own. */
export async function reviewsMetadata({ locale, handle, segments }: Asked): Promise<Metadata> {
  const page = await reviewsPage(handle, segments);
  if (!page) return missingMetadata();
  const { product, view } = page;
  const t = translator(locale, 'reviews');
  const name = localText(locale, product.title, product.titleZh);
  return pageMetadata({
    locale,
    path: view.one !== undefined ? reviewPath(product.handle, view.one) : reviewsPath(product.handle, view),
    title: view.one ? page.page.rows[0]!.title : t('titleOf', { product: name }),
    description: t('lead'),
  });
}

/** A view of reviews, or what stands where there is none. */
export async function ShownReviews({ locale, handle, segments }: Asked) {
  const page = await reviewsPage(handle, segments);
  if (!page) return <Missing />;
  const { name } = await publicBrand();
  return <ReviewsPage {...page} brand={name[locale]} locale={locale} />;
}
