import type { z } from 'zod';

import { cutTo } from '@/lib/core/fields';
import { system } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { keepPeople, keepRecords } from '@/lib/imports/commands';
import { otherSecret, secretOf } from '@/lib/imports/same-secret';
import type { KeepRecords } from '@/lib/imports/schema';
import { collectionRow, customerRow, discountRow, orderRow } from '@/lib/imports/shapes';

import { bringCustomers } from './bring-customers';
import { tooLarge } from './bring-products';
import { keepInBatches } from './keep-in-batches';
import type { LeftOutCode, LeftOutCounts } from './left-out';
import { readGroups, refuseRows, type OnRows, type PickedRow, type SheetSpec } from './sheet-groups';
import type { Head, OpenFile } from './sheet-rows';
import { buildCollection, collectionsSheet } from './shopify-collections';
import { buildCustomer, customersSheet } from './shopify-customers';
import { buildDiscount, discountsSheet } from './shopify-discounts';
import { buildOrder, ordersSheet } from './shopify-orders';
import type { Built, Money } from './shopify-records';
import { broughtOf, earlierFile, write, type OtherKind, type Run, type ShopifyFile } from './shopify-run';
import type { RowFault } from './shopify-shape';

/** One thing of a file; without a row it was refused. */
export type Found<Row> = {
  key: string;
  at: number;
  row?: Row;
  faults: RowFault[];
  leftOut?: LeftOutCounts;
  /** How many rows it has. */ rows: number;
};
type Reader<Row> = (open: OpenFile, head: Head, money: Money, onRows?: OnRows) => AsyncGenerator<Found<Row>>;

/** Reads the things of an export, each in the shape in which it is kept. */
export function readerOf<Column extends string, Row extends object>(
  sheet: SheetSpec<Column>,
  build: (key: string, rows: PickedRow<Column>[], money: Money) => Built<Row>,
  shape?: z.ZodType<Row>,
): Reader<Row> {
  return async function* (open, head, money, onRows) {
    for await (const { key, rows, faults } of readGroups(open, head, sheet, onRows)) {
      const at = rows[0]?.row ?? 0;
      const { whole, broken } = partBroken(rows, sheet);
      const built = whole.length > 0 ? build(key, whole, money) : { faults };
      const read = built.row && shape?.safeParse(built.row);
      if (!read || read.success) {
        yield {
          key,
          at,
          rows: rows.length,
          ...built,
          faults: [...built.faults, ...broken],
          row: read?.data ?? built.row,
        };
        continue;
      }
      const issue = read.error.issues[0];
      const reason = `${issue?.path.join('.') ?? ''} is longer or larger than it may be`;
      yield { key, at, rows: rows.length, faults: refuseRows(rows, { row: at, code: 'invalid', reason }) };
    }
  };
}

// A row that cannot be read costs itself, or where a thing comes whole or not at all, what it belongs to.
function partBroken<Column extends string>(rows: PickedRow<Column>[], { whole }: SheetSpec<Column>) {
  if (whole) return { whole: rows, broken: [] };
  const broken = rows.flatMap(({ row, broken: fault }) => (fault ? [{ row, ...fault }] : []));
  return { whole: rows.filter((row) => !row.broken), broken };
}

const source = 'shopify';
const kinds = {
  customers: { kind: 'customer', people: true, read: readerOf(customersSheet, buildCustomer, customerRow) },
  orders: { kind: 'order', people: true, read: readerOf(ordersSheet, buildOrder, orderRow) },
  discounts: { kind: 'discount', people: false, read: readerOf(discountsSheet, buildDiscount, discountRow) },
  collections: { kind: 'collection', people: false, read: readerOf(collectionsSheet, buildCollection, collectionRow) },
} as const;

/** Keeps the things of a file that have no place here yet, until a part of Millet takes them. */
export async function bringRecords(
  what: keyof typeof kinds,
  { name, open }: ShopifyFile,
  head: Head,
  run: Run,
): Promise<void> {
  const { kind, people } = kinds[what];
  if (people && (await secretOf(reading(system), source)) === 'other')
    return run.refuse({ file: name, row: 0, code: 'secret-changed', reason: otherSecret });
  const read: Reader<object> = kinds[what].read;
  const keep = (input: KeepRecords) => (people ? keepOfPeople(run, input) : write(run, keepRecords)(input));
  const keeper = keepInBatches({ source, kind }, { keep, remembers: false });
  const money = { currency: run.currency, delimiter: head.delimiter, shop: run.shop };
  for await (const found of read(open, head, money, (at, of) => run.onRows?.(name, at, of))) {
    const row = tell(found, what, name, run);
    if (row) await keeper.add({ sourceId: found.key, row: { ...row } });
  }
  const { seen, added, changed, refused } = await keeper.end();
  const brought = broughtOf(run, what);
  brought.all += seen - refused.length;
  brought.added += added;
  brought.changed += changed;
  for (const id of refused) run.refuse({ file: name, row: 0, ...(people ? {} : { handle: id }), ...tooLarge });
}

async function keepOfPeople(run: Run, input: KeepRecords) {
  if (input.kind === 'customer') return keepOfCustomers(run, input);
  const done = await write(run, keepPeople)(input);
  run.left.add('orders-erased', done.erased);
  return done;
}

async function keepOfCustomers(run: Run, input: KeepRecords) {
  const { members, ...done } = await write(run, bringCustomers)(input);
  run.left.add('customers-erased', done.erased);
  broughtOf(run, 'customers').members = (broughtOf(run, 'customers').members ?? 0) + members.added;
  return done;
}

/**
 * Tells what was refused of a thing, and counts what was left out of it. Answers what is to be kept: nothing where it was refused, or
 * where an earlier file of this run has it.
 */
export function tell<Row extends object>(found: Found<Row>, kind: OtherKind, file: string, run: Run): Row | undefined {
  const { key, at, rows, faults, leftOut = {} } = found;
  const people = kind === 'customers' || kind === 'orders';
  const handle =
    key && (!people || /^(?:id:\d+|#?(?:[A-Za-z]{1,6}-?)?\d{1,10}(?:-?[A-Za-z]{1,6})?)$/.test(key))
      ? { handle: cutTo(key, 80) }
      : {};
  const earlier = found.row && earlierFile(run, kind, key);
  if (earlier) {
    const reason = `${earlier} already holds it`;
    run.refuse({ file, ...handle, row: at, code: `${kind.replace(/s$/, '')}-twice`, reason, count: rows });
    return undefined;
  }
  for (const fault of faults) run.refuse({ file, ...handle, ...(people ? quiet(fault) : fault) });
  for (const [what, count] of Object.entries(leftOut)) run.left.add(what as LeftOutCode, count);
  return found.row;
}

// Rows of people slip, and then any cell may hold a name or an address: none is written into the lines of an output.
const quiet = (fault: RowFault): RowFault => ({ ...fault, reason: fault.reason.replace(/"[^]*"/, 'a value') });
