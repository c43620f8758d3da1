import type { ReactNode } from 'react';

import { cx } from '@/components/ui/cx';

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
        <p className="text-sm text-muted">
          <bdi>{note}</bdi>
        </p>
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

// Narrow enough for a card: the rows of the usual table would be cards themselves on a phone.
function AsTable({ caption, open, head, rows }: Props['table']) {
  const cell = 'py-1 ps-3 text-end first:ps-0 first:text-start';
  return (
    <details className="min-w-0 text-sm">
      <summary className="touch w-fit cursor-pointer py-1 text-muted hover:text-ink">{open}</summary>
      <div className="mt-2 max-h-80 overflow-auto">
        <table className="numerals w-full">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line-strong align-bottom text-muted">
              {head.map((each) => (
                <th key={each} scope="col" className={cx(cell, 'font-medium')}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key} className="border-b border-line last:border-0">
                <th scope="row" className={cx(cell, 'font-normal whitespace-nowrap')}>
                  <bdi>{name}</bdi>
                </th>
                {cells.map((each, at) => (
                  <td key={head[at + 1]} className={cx(cell, 'whitespace-nowrap')}>
                    {each}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
