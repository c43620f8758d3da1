import { cellAsTyped } from '@/lib/core/csv';
import { cutTo } from '@/lib/core/fields';
import { asTyped } from '@/lib/core/typed';

import { orderNumberSchema, parcelSchema } from './schema';

/** One row of a file of tracking numbers: the order and its parcel, or why the row says neither. */
export type TrackingRow = {
  key: string;
  input?: { carrier: string; tracking: string };
  code?: 'bad-line' | 'line-twice';
};

const names = {
  number: ['number', 'order', 'order number', 'order no', 'order_number', '订单号', '订单编号'],
  carrier: ['carrier', 'shipping carrier', 'courier', '快递公司', '承运商'],
  tracking: ['tracking', 'tracking number', 'tracking no', 'tracking_number', '运单号', '快递单号'],
};

type Columns = Record<keyof typeof names, number>;

/** Which columns of a file hold order number, carrier and tracking number; null where it has no order numbers. */
export function trackingColumns(header: readonly string[]): Columns | null {
  const said = header.map((cell) => asTyped(cell).toLowerCase());
  const at = (name: keyof typeof names) => said.findIndex((cell) => names[name].includes(cell));
  const columns = { number: at('number'), carrier: at('carrier'), tracking: at('tracking') };
  return columns.number < 0 ? null : columns;
}

/** The order and parcel of one row; where it names no carrier, it is the one given for all. */
export function readTracking(columns: Columns, cells: readonly string[], row: number, carrier: string): TrackingRow {
  const cell = (at: number) => cellAsTyped(cells[at] ?? '').trim();
  const number = orderNumberSchema.safeParse({ number: cell(columns.number) });
  const parcel = parcelSchema.safeParse({
    carrier: cell(columns.carrier) || carrier,
    tracking: cell(columns.tracking),
  });
  if (number.success && parcel.success) return { key: number.data.number, input: parcel.data };
  const said = number.success ? number.data.number : cutTo(asTyped(cell(columns.number)), 20);
  return { key: `${said || '–'} (${row})`, code: 'bad-line' };
}

/** Of rows with the same order the first one, the others named; a row that says the same again is left out. */
export function eachOnce(rows: readonly { read: TrackingRow; row: number }[]): TrackingRow[] {
  const first = new Map<string, TrackingRow>();
  return rows.flatMap(({ read, row }) => {
    const before = first.get(read.key);
    if (!before) return (first.set(read.key, read), [read]);
    const same = before.input?.carrier === read.input?.carrier && before.input?.tracking === read.input?.tracking;
    return same ? [] : [{ key: `${read.key} (${row})`, code: 'line-twice' as const }];
  });
}
