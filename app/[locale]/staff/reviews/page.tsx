import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { reviewColumns, reviewListWords } from '@/components/reviews/staff/review-list-parts';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { paths } from '@/lib/paths';
import { reviewList } from '@/lib/reviews/list';
import { listStaffReviews } from '@/lib/reviews/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('reviews.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'reviews')('staff.title'));
});

/** What owners say in public, as a queue. */
export default pageOrMissing(async function StaffReviewsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { rows, products, today, ...found } = await read(await enter(), await pageQuery(searchParams));
  const t = translator(locale, 'reviews');
  const view = {
    ...{ locale, list: reviewList, here: inLocale(locale, paths.staff('reviews')), mayExport: true },
    ...{ ...found, ...reviewListWords(locale, products) },
    tabs: builtInTabs(reviewList, { ...today, counts: {}, label: (name) => t(`staff.views.${name}`) }),
  };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={
          <ButtonLink href={inLocale(locale, paths.staff('reviews', 'questions'))}>{t('asked.title')}</ButtonLink>
        }
      />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('staff.title')}
        rows={rows}
        columns={reviewColumns(locale)}
        empty={<EmptyState title={t('staff.none')}>{t('staff.noneBody')}</EmptyState>}
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(reviewList, query);
  const ask = reading(actor);
  const today = { now: ask.now, zone: await shopZone() };
  const [{ rows, page, cut }, products, shown, views] = await Promise.all([
    listStaffReviews(ask, { asked, zone: today.zone }),
    listProductChoices(ask),
    getColumns(ask, { list: reviewList }),
    listViews(ask, { list: reviewList.name }),
  ]);
  return { asked, rows, page, cut, products, today, shown, views };
}
