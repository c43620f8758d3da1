import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ReviewCase } from '@/components/reviews/staff/review-case';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { canMakeIdeas } from '@/lib/feedback/policy';
import { paths } from '@/lib/paths';
import { getReviewCase } from '@/lib/reviews/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const find = cache(async (reviewId: string) => {
  const actor = await requirePermission('reviews.read');
  return { actor, review: (await getReviewCase(reading(actor), { reviewId })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await find(id);
  return memberMetadata(translator(locale, 'reviews')('staff.title'));
});

export default pageOrMissing(async function StaffReviewPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, review } = await find(id);
  const t = translator(locale, 'reviews');
  const product = localText(locale, review.product.title, review.product.titleZh);
  const home = { href: inLocale(locale, paths.staff('reviews')), label: t('staff.title') };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.case', { product })}
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={[home, { label: review.title }]} />}
      />
      <ReviewCase review={review} actor={actor} mayMakeIdeas={canMakeIdeas(actor)} locale={locale} />
    </div>
  );
});
