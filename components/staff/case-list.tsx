import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { writeCursor, type Cursor } from '@/lib/core/cursor';
import { withQuery } from '@/lib/core/paths';

type Props<Row> = {
  page: { rows: readonly Row[]; last: Cursor | null };
  isFirst: boolean;
  /** The address of the list's first page. */
  home: string;
  words: { empty: string; emptyBody: string; pages: string; newest: string; older: string };
  row: (row: Row) => ReactNode;
};

/** One page of cases of staff, the newest first, with the way to the others. */
export function CaseList<Row extends { id: string }>({ page: { rows, last }, isFirst, home, words, row }: Props<Row>) {
  if (isFirst && rows.length === 0)
    return (
      <EmptyState compact title={words.empty}>
        <p>{words.emptyBody}</p>
      </EmptyState>
    );
  return (
    <div>
      <Card flush>
        <ul className="divide-y divide-line">
          {rows.map((each) => (
            <li key={each.id}>{row(each)}</li>
          ))}
        </ul>
      </Card>
      <Pagination
        label={words.pages}
        previous={isFirst ? null : { href: home, label: words.newest }}
        next={last ? { href: withQuery(home, { after: writeCursor(last.at, last.id) }), label: words.older } : null}
      />
    </div>
  );
}
