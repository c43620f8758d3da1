import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { Versions } from '@/components/reviews/versions';
import { WithdrawReview } from '@/components/reviews/withdraw-review';
import { WriteReviewForm } from '@/components/reviews/write-review-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getReviewToWrite, type ReviewToWrite } from '@/lib/reviews/queries';
import { ownReviewsPath, reviewPath, writeReviewPath } from '@/lib/reviews/choices/review-paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; product: string }> };

const find = cache(
  async (locale: Locale, handle: string) =>
    (await getReviewToWrite(reading(await requireMember(locale, writeReviewPath(handle))), { handle })) ?? notFound(),
);

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, product: handle } = (await decodedParams(params)) ?? notFound();
  const { product } = await find(locale, handle);
  const name = localText(locale, product.title, product.titleZh);
  return memberMetadata(translator(locale, 'reviews')('writing.title', { product: name }));
});

export default pageOrMissing(async function WriteReviewPage({ params }: Props) {
  const { locale, product: handle } = (await pageParams(params)) ?? notFound();
  const { product, releases, review } = await find(locale, handle);
  const t = translator(locale, 'reviews');
  const name = localText(locale, product.title, product.titleZh);
  const live = review !== null && review.state !== 'WITHDRAWN';
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumb')}
            items={[{ href: inLocale(locale, ownReviewsPath()), label: t('writing.back') }, { label: name }]}
          />
        }
        title={t(review ? 'writing.edit' : 'writing.title', { product: name })}
        lead={t('writing.lead')}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {review && <Standing review={review} handle={product.handle} locale={locale} />}
        <Card>
          <WriteReviewForm draft={draftOf(product.id, review)} releases={releases} />
        </Card>
        {review && live && <WithdrawReview reviewId={review.id} />}
        {review && <Versions revisions={review.revisions} locale={locale} />}
      </div>
    </div>
  );
});

type Written = NonNullable<ReviewToWrite['review']>;

function draftOf(productId: string, review: Written | null) {
  if (!review) return { productId, version: 0, live: false, photos: [] };
  const { version, state, rating, title, body, pros, cons, releaseId, photos } = review;
  return {
    ...{ productId, version, rating, title, body, photos, live: state !== 'WITHDRAWN' },
    ...{ pros: pros.join('\n'), cons: cons.join('\n'), releaseId: releaseId ?? undefined },
  };
}

function Standing({ review, handle, locale }: { review: Written; handle: string; locale: Locale }) {
  const t = translator(locale, 'reviews');
  if (review.state === 'WITHDRAWN') return <Notice title={t('writing.withdrawn')}>{t('writing.withdrawnBody')}</Notice>;
  if (review.state === 'HIDDEN' && review.rule)
    return (
      <Notice tone="danger" title={t('writing.hidden')}>
        <p>{t('writing.hiddenBody', { rule: t(`rules.${review.rule}`), reason: review.reason })}</p>
        <p>{t('writing.hiddenHelp')}</p>
      </Notice>
    );
  return (
    <ButtonLink href={inLocale(locale, reviewPath(handle, review.id))} className="w-fit">
      {t('writing.public')}
    </ButtonLink>
  );
}
