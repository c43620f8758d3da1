import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { Table } from '@/components/ui/table';
import { readableAddress } from '@/lib/core/address';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { withQuery } from '@/lib/core/paths';
import { mostHops, mostRedirects, type PlannedRow } from '@/lib/redirects/choices';

/** What becomes of rows, in the order in which they are shown. */
export const shownFates = ['refused', 'change', 'add', 'same'] as const;
type Fate = (typeof shownFates)[number];

const perPage = 100;
const tones = { add: 'positive', change: 'warning', same: 'neutral', refused: 'danger' } as const;

type Props = { rows: readonly PlannedRow[]; fate?: Fate; from: number; here: string; locale: Locale };

/** The rows of a file, each with what becomes of it, a hundred at a time. */
export function FileRows({ rows, fate, from, here, locale }: Props) {
  const t = translator(locale, 'redirects');
  const of = (each: Fate) => rows.filter((row) => row.fate === each);
  const groups = shownFates.map((each) => ({ each, count: of(each).length })).filter(({ count }) => count > 0);
  const listed = fate ? of(fate) : rows;
  const shown = listed.slice(from, from + perPage);
  const page = (at: number) => withQuery(here, { show: fate, from: at });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {groups.length > 1 && (
        <TabLinks
          label={t('file.rows')}
          items={[
            { href: here, label: t('file.all'), count: rows.length, current: !fate },
            ...groups.map(({ each, count }) => ({
              href: withQuery(here, { show: each }),
              label: t(`fates.${each}`),
              count,
              current: fate === each,
            })),
          ]}
        />
      )}
      <RowTable rows={shown} locale={locale} />
      <Pagination
        label={t('file.rows')}
        previous={from > 0 ? { href: page(Math.max(0, from - perPage)), label: t('previous') } : null}
        next={from + perPage < listed.length ? { href: page(from + perPage), label: t('next') } : null}
      />
    </section>
  );
}

function RowTable({ rows, locale }: { rows: PlannedRow[]; locale: Locale }) {
  const t = translator(locale, 'redirects');
  return (
    <Card flush>
      <Table
        caption={t('file.rows')}
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: 'from',
            header: t('from'),
            lead: true,
            className: 'wrap-anywhere sm:w-2/5',
            cell: (row) => (
              <>
                <span className="me-2 text-sm font-normal text-muted">{t('file.row', { row: row.row })}</span>
                <bdi>{row.from || '–'}</bdi>
              </>
            ),
          },
          {
            key: 'to',
            header: t('to'),
            className: 'wrap-anywhere sm:w-[30%]',
            cell: (row) => <Target row={row} locale={locale} />,
          },
          { key: 'fate', header: t('file.fate'), cell: (row) => <FateOf row={row} locale={locale} /> },
        ]}
      />
    </Card>
  );
}

function FateOf({ row: { fate, fault }, locale }: { row: PlannedRow; locale: Locale }) {
  const why = fault && translator(locale, 'errors')(fault, { hops: mostHops, most: mostRedirects });
  return (
    <span className="inline-grid justify-items-start gap-1 max-sm:justify-items-end">
      <Badge tone={tones[fate]}>{translator(locale, 'redirects')(`fates.${fate}`)}</Badge>
      {why && <span className="text-sm text-muted">{why}</span>}
    </span>
  );
}

function Target({ row, locale }: { row: PlannedRow; locale: Locale }) {
  const t = translator(locale, 'redirects');
  return (
    <>
      <bdi>{readableAddress(row.to) || '–'}</bdi>
      {row.fate === 'change' && row.before && (
        <span className="block text-sm text-muted">
          {t('file.now')} <bdi>{readableAddress(row.before)}</bdi>
        </span>
      )}
    </>
  );
}
