import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { caseColumns } from '@/components/moderation/case-columns';
import { HiddenList } from '@/components/moderation/hidden-list';
import { reportListWords, reportTabs } from '@/components/moderation/report-list-view';
import { ReportedPost } from '@/components/moderation/reported-post';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { TabHead } from '@/components/staff/list/list-tabs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Quote } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading, type Reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { isNarrowed } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { canMakeIdeas } from '@/lib/feedback/policy';
import { readReportedPosts } from '@/lib/flows/moderation/read-reported-posts';
import { listHiddenPosts } from '@/lib/forum/queries';
import { listBoardNames } from '@/lib/forum/queries/board-names';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { readReports, reportList } from '@/lib/moderation/list';
import { knownReasons } from '@/lib/moderation/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Query = Record<string, string | undefined>;
type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('moderation.decide');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'moderation')('queue.title'));
});

export default pageOrMissing(async function ReportsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const staff = reading(await enter());
  const query = await pageQuery(searchParams);
  const t = translator(locale, 'moderation');
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('queue.title')}
        lead={t('queue.lead')}
        actions={
          canMakeIdeas(staff.actor) && (
            <ButtonLink href={inLocale(locale, paths.staff('triage', 'make'))} icon={<Quote aria-hidden />}>
              {translator(locale, 'feedback')('make.open')}
            </ButtonLink>
          )
        }
      />
      {query.show === 'hidden' ? (
        <Hidden staff={staff} query={query} locale={locale} />
      ) : (
        <Reported staff={staff} query={query} locale={locale} />
      )}
    </div>
  );
});

type Part = { staff: Reading; query: Query; locale: Locale };

async function Reported({ staff, query, locale }: Part) {
  const { rows, boards, reasons, counts, ...found } = await read(staff, query);
  const t = translator(locale, 'moderation');
  const decided = found.asked.filters.state === 'DECIDED';
  const view = {
    ...{ locale, list: reportList, here: inLocale(locale, paths.staff('reports')), mayExport: false },
    ...found,
    ...reportListWords(locale, found.asked, { boards, reasons }),
    tabs: reportTabs(locale, { hidden: false, counts }),
  };
  return (
    <>
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('queue.title')}
        rows={rows}
        columns={caseColumns(locale)}
        card={decided ? undefined : (row) => <ReportedPost reported={row} locale={locale} />}
        empty={
          <EmptyState compact title={t(decided ? 'cases.none' : 'queue.empty')}>
            {t(decided ? 'cases.noneBody' : 'queue.emptyBody')}
          </EmptyState>
        }
      />
    </>
  );
}

async function read(ask: Reading, { show: _, ...query }: Query) {
  const asked = readReports(query);
  const zone = await shopZone();
  const [{ rows, page, cut }, counts, boards, reasons, shown, views] = await Promise.all([
    readReportedPosts(ask, { asked, zone }),
    isNarrowed(reportList, asked) ? {} : countViews(reportList, { db: ask.db, now: ask.now, zone }),
    listBoardNames(ask, { also: asked.filters.board }),
    knownReasons(),
    getColumns(ask, { list: reportList }),
    listViews(ask, { list: reportList.name }),
  ]);
  return { asked, rows, page, cut, counts, boards, reasons, shown, views };
}

async function Hidden({ staff, query, locale }: Part) {
  const after = readMoment(query.hiddenAfter) ?? undefined;
  const { posts, last } = await listHiddenPosts(staff, { after });
  const t = translator(locale, 'moderation');
  const here = inLocale(locale, paths.staff('reports'));
  const of = (hiddenAfter?: string) => withQuery(here, { show: 'hidden', hiddenAfter });
  return (
    <>
      <TabHead locale={locale} here={here} tabs={reportTabs(locale, { hidden: true })} />
      <p className="my-4 text-muted">{t('queue.hiddenLead')}</p>
      <HiddenList posts={posts} locale={locale} />
      <Pagination
        label={t('queue.hiddenPages')}
        previous={after ? { href: of(), label: t('queue.hiddenFirst') } : null}
        next={last ? { href: of(writeCursor(last.at, last.id)), label: t('queue.hiddenNext') } : null}
      />
    </>
  );
}
