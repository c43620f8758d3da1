import { Stars } from '@/components/ownership/stars';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { OwnReview } from '@/lib/reviews/queries';
import { writeReviewPath } from '@/lib/reviews/choices/review-paths';

const tones = { SHOWN: 'positive', HIDDEN: 'danger', WITHDRAWN: 'neutral' } as const;

type Named = { handle: string; title: string; titleZh: string };

/** The products of a member's that they have not reviewed, each with the way to do it. */
export function ToReview({ products, locale }: { products: Named[]; locale: Locale }) {
  const t = translator(locale, 'reviews');
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="to-review">
      <SectionHead id="to-review" title={t('own.toReview')} />
      <ul className="flex flex-wrap gap-3">
        {products.map(({ handle, title, titleZh }) => (
          <li key={handle} className="max-w-full">
            <ButtonLink href={inLocale(locale, writeReviewPath(handle))}>
              {t('own.reviewIt', { product: localText(locale, title, titleZh) })}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a member wrote, each with how it stands. */
export function OwnReviews({ reviews, locale }: { reviews: OwnReview[]; locale: Locale }) {
  const t = translator(locale, 'reviews');
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {reviews.map(({ id, product, rating, title, state, createdAt, answer, helpful }) => (
          <li key={id} className="grid gap-2 p-5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="font-semibold wrap-anywhere">
                <TextLink href={inLocale(locale, writeReviewPath(product.handle))}>
                  {localText(locale, product.title, product.titleZh)}
                </TextLink>
              </h2>
              <Stars rating={rating} locale={locale} />
              <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
              {answer && <Badge tone="info">{t('own.answered')}</Badge>}
            </div>
            <p dir="auto" className="wrap-anywhere">
              {title}
            </p>
            <p className="flex flex-wrap gap-x-3 text-sm text-muted">
              <DateTime at={createdAt} locale={locale} />
              {helpful > 0 && <span>{t('own.helpful', { count: helpful })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
