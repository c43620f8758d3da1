import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { isFiltered, listQuery } from '@/lib/core/list';
import { withQuery } from '@/lib/core/paths';

import { ListKeys } from './list-keys';
import type { ListView } from './list-view';

type Props<Row> = {
  view: ListView;
  caption: string;
  rows: Row[];
  /** Every column that the list can show. */
  columns: Column<Row>[];
  /** What stands where there are no rows at all, and says what to do. */
  empty: ReactNode;
};

/** The rows of a list with the columns that were chosen, walked by keys, and the ways to the pages beside it. */
export function ListRows<Row extends { id: string }>({ view, caption, rows, columns, empty }: Props<Row>) {
  const { locale, list, asked, page, here, shown } = view;
  const t = translator(locale, 'staff');
  const to = (place: Record<string, string>) => withQuery(here, { ...listQuery(list, asked), ...place });
  if (rows.length === 0) return isFiltered(asked) || asked.from ? <NoneFound view={view} /> : empty;
  return (
    <>
      <ListKeys>
        <Card flush>
          <Table
            caption={caption}
            columns={columns.filter(({ key }) => shown.includes(key))}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </Card>
      </ListKeys>
      <Pagination
        label={t('list.pages')}
        previous={page.previous ? { href: to(page.previous), label: t('list.previous') } : null}
        next={page.next ? { href: to(page.next), label: t('list.next') } : null}
      />
    </>
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
