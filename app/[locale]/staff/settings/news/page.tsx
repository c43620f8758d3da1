import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { ListExport } from '@/components/staff/list/list-export';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { newsList, readNewsList } from '@/lib/news/list';
import { countListed } from '@/lib/news/queries';
import { listListed, type ListedRow } from '@/lib/news/queries/list-listed';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('news.export');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'newsStaff')('title'));
});

/** Who asked for news by email and confirmed it. */
export default pageOrMissing(async function StaffNewsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const ask = reading(actor);
  const asked = readNewsList(await pageQuery(searchParams));
  const [{ rows, page }, count] = await Promise.all([
    listListed(ask, { asked, zone: await shopZone() }),
    countListed(ask),
  ]);
  const t = translator(locale, 'newsStaff');
  const here = inLocale(locale, paths.staff('settings', 'news'));
  const pages = translator(locale, 'staff');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader title={t('title')} lead={t('lead', { count })} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="news" locale={locale} />
      {rows.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
      ) : (
        <>
          <p className="max-w-prose text-[0.9375rem] text-muted">{t('masked')}</p>
          <Listed rows={rows} locale={locale} />
          <Pagination
            label={pages('list.pages')}
            previous={page.previous ? { href: withQuery(here, page.previous), label: pages('list.previous') } : null}
            next={page.next ? { href: withQuery(here, page.next), label: pages('list.next') } : null}
          />
          <ListExport
            {...{ locale, list: newsList, asked, page, here, cut: false, mayExport: true }}
            {...{ filters: [], sorts: [], columns: [], shown: [], views: [] }}
            exportNote={t('exportNote')}
          />
        </>
      )}
    </div>
  );
});

function Listed({ rows, locale }: { rows: ListedRow[]; locale: Locale }) {
  const t = translator(locale, 'newsStaff');
  return (
    <Card flush>
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ key: 'email', header: t('columns.email'), lead: true },
            cell: ({ masked }) => <bdi className="wrap-anywhere">{masked}</bdi>,
          },
          {
            ...{ key: 'language', header: t('columns.language') },
            cell: (row) => t(row.locale === 'zh' ? 'languages.zh' : 'languages.en'),
          },
          {
            ...{ key: 'confirmed', header: t('columns.confirmed'), className: 'whitespace-nowrap' },
            cell: ({ confirmedAt }) => confirmedAt && <DateTime at={confirmedAt} locale={locale} />,
          },
        ]}
      />
    </Card>
  );
}
