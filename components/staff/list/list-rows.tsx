import type { ReactNode } from 'react';

import type { FormAction } from '@/components/forms/reachable';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { listQuery } from '@/lib/core/list';
import { withQuery } from '@/lib/core/paths';

import { ListChoice, type ListAct } from './list-choice';
import { ListKeys } from './list-keys';
import { RowChoice } from './row-choice';
import { isLimited, isPartTab, type ListView } from './list-view';

type Props<Row> = {
  view: ListView;
  caption: string;
  rows: Row[];
  /** Every column that the list can show. */
  columns: Column<Row>[];
  /** How a row is shown whole, where a table has no room for what is done with it. */
  card?: (row: Row) => ReactNode;
  /** What stands where there are no rows at all, and says what to do. */
  empty: ReactNode;
  /** What may be done to many rows at once, the form that begins it, and how a row is called. */
  choice?: { action: FormAction<never>; acts: ListAct[]; name: (row: Row) => string };
  /** What is done to one row at once: buttons that send a form which stands outside of the one around the rows. */
  quick?: { label: string; cell: (row: Row) => ReactNode; form: ReactNode };
};

/** The rows of a list with the columns that were chosen, walked by keys, and the ways to the pages beside it. */
export function ListRows<Row extends { id: string }>(props: Props<Row>) {
  const { view, rows, empty, choice, quick } = props;
  const { locale, list, asked, page, here } = view;
  const t = translator(locale, 'staff');
  const to = (place: Record<string, string>) => withQuery(here, { ...listQuery(list, asked), ...place });
  if (rows.length === 0) return noRows(view, empty);
  return (
    <>
      {quick?.form}
      {choice && choice.acts.length > 0 ? (
        <ListChoice
          action={choice.action}
          acts={choice.acts}
          query={withQuery('', listQuery(list, asked)).slice(1)}
          locale={locale}
          count={page.count}
          rows={rows.length}
        >
          <Rows {...props} />
        </ListChoice>
      ) : (
        <Rows {...props} />
      )}
      <Pagination
        label={t('list.pages')}
        previous={page.previous ? { href: to(page.previous), label: t('list.previous') } : null}
        next={page.next ? { href: to(page.next), label: t('list.next') } : null}
      />
    </>
  );
}

// Nothing that matches, nothing in a view that the list brings along, or nothing at all.
function noRows(view: ListView, empty: ReactNode) {
  if (isLimited(view) || view.asked.from) return <NoneFound view={view} />;
  if (!isPartTab(view)) return empty;
  const t = translator(view.locale, 'lists');
  return (
    <EmptyState title={t('views.empty')} compact action={<ButtonLink href={view.here}>{t('views.seeAll')}</ButtonLink>}>
      {t('views.emptyBody')}
    </EmptyState>
  );
}

function Rows<Row extends { id: string }>(props: Props<Row>) {
  const { view, caption, rows, columns, choice, quick, card } = props;
  const t = translator(view.locale, 'lists');
  if (card)
    return (
      <ListKeys>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {rows.map((row) => (
            <div key={row.id} data-row>
              {card(row)}
            </div>
          ))}
        </div>
      </ListKeys>
    );
  const shown = columns.filter(({ key }) => view.shown.includes(key));
  if (quick) {
    const header = <span className="sr-only">{quick.label}</span>;
    shown.push({ key: 'quick', header, cell: quick.cell, align: 'end', className: 'whitespace-nowrap' });
  }
  const boxes = Boolean(choice?.acts.length);
  const chosen = boxes ? shown.map((column) => (column.lead ? { ...column, cell: boxed(column) } : column)) : shown;
  function boxed({ cell }: Column<Row>) {
    const Boxed = (row: Row) => (
      <RowChoice id={row.id} label={t('choose.row', { name: choice!.name(row) })}>
        {cell(row)}
      </RowChoice>
    );
    return Boxed;
  }
  return (
    <ListKeys choose={boxes}>
      <Card flush className="sm:overflow-x-auto">
        <Table caption={caption} columns={chosen} rows={rows} rowKey={({ id }) => id} />
      </Card>
    </ListKeys>
  );
}

function NoneFound({ view: { locale, asked, here, list } }: { view: ListView }) {
  const t = translator(locale, 'staff');
  const ended = asked.from !== undefined;
  return (
    <EmptyState
      illustration="search"
      title={t(ended ? 'list.ended' : 'list.none')}
      compact
      action={
        <ButtonLink href={ended ? withQuery(here, listQuery(list, asked)) : here}>
          {t(ended ? 'list.first' : 'list.clear')}
        </ButtonLink>
      }
    >
      {t(ended ? 'list.endedBody' : 'list.noneBody')}
    </EmptyState>
  );
}
