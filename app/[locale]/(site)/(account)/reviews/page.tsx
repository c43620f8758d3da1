import type { Metadata } from 'next';

import { AnsweringForm } from '@/components/reviews/answering-form';
import { OwnReviews, ToReview } from '@/components/reviews/own-reviews';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getAnswering, listOwnReviews } from '@/lib/reviews/queries';
import { ownReviewsPath } from '@/lib/reviews/choices/review-paths';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'reviews')('own.title'));
}

export default async function OwnReviewsPage({ params }: Props) {
  const locale = await localeOf(params);
  const ask = reading(await requireMember(locale, ownReviewsPath()));
  const [{ reviews, toReview }, willing] = await Promise.all([listOwnReviews(ask), getAnswering(ask)]);
  const t = translator(locale, 'reviews');
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('own.title')} lead={t('own.lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        <ToReview products={toReview} locale={locale} />
        {reviews.length > 0 && <OwnReviews reviews={reviews} locale={locale} />}
        {willing !== null && (
          <Card as="section">
            <SectionHead title={t('own.answering')} lead={t('own.answeringLead')} />
            <AnsweringForm willing={willing} />
          </Card>
        )}
        {reviews.length === 0 && toReview.length === 0 && (
          <EmptyState
            title={t('own.none')}
            illustration="owners"
            action={<ButtonLink href={inLocale(locale, paths.products())}>{t('own.toShop')}</ButtonLink>}
          >
            {t('own.noneBody')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
