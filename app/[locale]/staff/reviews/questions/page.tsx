import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { questionColumns, questionListWords } from '@/components/reviews/staff/question-list-parts';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { paths } from '@/lib/paths';
import { listStaffQuestions } from '@/lib/reviews/queries';
import { questionList } from '@/lib/reviews/list';
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
  return memberMetadata(translator((await params).locale, 'reviews')('asked.title'));
});

/** What shoppers asked owners, those that nobody answered first. */
export default pageOrMissing(async function StaffQuestionsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { rows, products, counts, today, ...found } = await read(await enter(), await pageQuery(searchParams));
  const t = translator(locale, 'reviews');
  const home = { href: inLocale(locale, paths.staff('reviews')), label: t('staff.title') };
  const view = {
    ...{ locale, list: questionList, here: inLocale(locale, paths.staff('reviews', 'questions')), mayExport: false },
    ...{ ...found, cut: false, ...questionListWords(locale, products) },
    tabs: builtInTabs(questionList, { ...today, counts, label: (name) => t(`asked.views.${name}`) }),
  };
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={[home, { label: t('asked.title') }]} />}
        title={t('asked.title')}
        lead={t('asked.lead')}
      />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('asked.title')}
        rows={rows}
        columns={questionColumns(locale)}
        empty={<EmptyState title={t('asked.none')}>{t('asked.noneBody')}</EmptyState>}
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(questionList, query);
  const ask = reading(actor);
  const today = { now: ask.now, zone: await shopZone() };
  const [{ rows, page }, products, counts, shown, views] = await Promise.all([
    listStaffQuestions(ask, { asked, zone: today.zone }),
    listProductChoices(ask),
    countViews(questionList, { db: ask.db, ...today }),
    getColumns(ask, { list: questionList }),
    listViews(ask, { list: questionList.name }),
  ]);
  return { asked, rows, page, products, counts, today, shown, views };
}
