import { Card, SectionHead } from '@/components/ui/card';
import { ButtonLink } from '@/components/ui/button';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { ReviewSummary, ShownReview } from '@/lib/reviews/queries';
import { productReviewsPath, writeReviewPath } from '@/lib/reviews/choices/review-paths';

import { ReviewArticle } from './review-article';
import { ReviewSpread } from './review-spread';

type Props = {
  reviews: { summary: ReviewSummary; newest: ShownReview[] };
  handle: string;
  brand: string;
  locale: Locale;
};

/** What owners say, on the page of their product: the stars, the newest reviews, and the way to all of them. Nothing where there are none. */
export function ProductReviews({ reviews: { summary, newest }, handle, brand, locale }: Props) {
  const t = translator(locale, 'reviews');
  if (summary.total === 0) return null;
  return (
    <section aria-labelledby="product-reviews" className="far mt-14">
      <SectionHead id="product-reviews" title={t('title')} />
      <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Card className="grid gap-5">
          <ReviewSpread summary={summary} locale={locale} />
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={inLocale(locale, productReviewsPath(handle))}>
              {t('all', { count: summary.total })}
            </ButtonLink>
            <ButtonLink href={inLocale(locale, writeReviewPath(handle))} variant="quiet">
              {t('write')}
            </ButtonLink>
          </div>
        </Card>
        <Card flush>
          <ul className="divide-y divide-line">
            {newest.map((review) => (
              <li key={review.id}>
                <ReviewArticle review={review} handle={handle} brand={brand} locale={locale} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </section>
  );
}
