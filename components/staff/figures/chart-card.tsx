import type { ReactNode } from 'react';

import { Table } from '@/components/ui/table';

type Row = { key: string; name: string; cells: string[] };
type Props = {
  title: string;
  /** What stands large, and what it is compared with. */
  figure: string;
  note: string;
  /** What stands below both ends of the chart. */
  ends: string[];
  /** Said instead of a chart where there is nothing to draw. */
  empty?: string;
  table: { caption: string; open: string; head: string[]; rows: Row[] };
  children: ReactNode;
};

/** A chart with its number above and its table below, which opens for everybody. */
export function ChartCard({ title, figure, note, ends, empty, table, children }: Props) {
  return (
    <article className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div>
        <h3 className="font-sans text-sm font-medium text-muted">{title}</h3>
        <p className="numerals mt-1 font-display text-heading">{figure}</p>
        <p className="text-sm text-muted">{note}</p>
      </div>
      {empty === undefined ? (
        <div aria-hidden className="grid gap-1">
          {children}
          <p className="numerals flex justify-between gap-4 text-xs text-muted">
            {ends.map((end) => (
              <span key={end}>{end}</span>
            ))}
          </p>
        </div>
      ) : (
        <p className="rounded-lg bg-sunken px-4 py-5 text-center text-sm text-muted">{empty}</p>
      )}
      {empty === undefined && <AsTable {...table} />}
    </article>
  );
}

function AsTable({ caption, open, head, rows }: Props['table']) {
  return (
    <details className="min-w-0 text-[0.9375rem]">
      <summary className="touch w-fit cursor-pointer py-1 text-sm text-muted hover:text-ink">{open}</summary>
      <div className="mt-2 max-h-96 overflow-auto">
        <Table
          caption={caption}
          rows={rows}
          rowKey={({ key }) => key}
          columns={head.map((header, at) => ({
            key: `${at}`,
            header,
            lead: at === 0,
            align: at === 0 ? ('start' as const) : ('end' as const),
            cell: ({ name, cells }: Row) => (at === 0 ? name : cells[at - 1]),
          }))}
        />
      </div>
    </details>
  );
}
