import type { ReactNode } from 'react';
import { cx } from './cx';

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** The cell that names the row: it leads the stacked card on a phone. */
  lead?: boolean;
  className?: string;
};

export type TableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  showCaption?: boolean;
  className?: string;
};

/** On a phone each row becomes a small card with its headings beside the values. Roles are spelled out because `display` takes them away. */
export function Table<Row>({ caption, columns, rows, rowKey, showCaption, className }: TableProps<Row>) {
  return (
    <table role="table" className={cx('block w-full border-collapse text-[0.9375rem] sm:table', className)}>
      <caption className={showCaption ? 'pb-2 text-start font-semibold max-sm:block' : 'sr-only'}>{caption}</caption>
      <thead role="rowgroup" className="hidden sm:table-header-group">
        <tr role="row" className="border-b border-line-strong">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cx(cellPad, 'text-sm font-semibold whitespace-nowrap text-muted', ends(column))}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="block border-b border-line py-2.5 last:border-0 sm:table-row sm:py-0 sm:hover:bg-hover/60"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = cx(
    cellPad,
    'sm:table-cell',
    ends(column),
    column.lead ? 'block font-semibold' : 'flex items-baseline justify-between gap-6',
    column.className,
  );
  const face = (
    <>
      {!column.lead && (
        <span aria-hidden className="shrink-0 text-sm text-muted sm:hidden">
          {column.header}
        </span>
      )}
      {column.lead ? column.cell(row) : <span className="min-w-0 max-sm:text-end">{column.cell(row)}</span>}
    </>
  );
  if (column.lead)
    return (
      <th role="rowheader" scope="row" className={cx(look, 'text-start')}>
        {face}
      </th>
    );
  return (
    <td role="cell" className={look}>
      {face}
    </td>
  );
}

const cellPad = 'px-4 py-1.5 align-middle sm:px-2 sm:py-3 lg:px-4 sm:first:ps-4 sm:last:pe-4';

const ends = <Row,>(column: Column<Row>) => (column.align === 'end' ? 'sm:text-end numerals' : 'text-start');
