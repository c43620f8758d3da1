import type { z } from 'zod';

import { cleanLine } from '@/lib/core/fields';

import { faultOf, type Fault } from './sheet-pieces';
import { bodyOf, pick, placesOf, type Head, type OpenFile, type Places } from './sheet-rows';
import { Doubts, type Beside } from './sheet-doubts';
import { Grouper, Surveyor, toSheetRow, type Grouped, type Group } from './shopify-groups';
import { isRounded } from './plain-cell';
import type { CsvRecord } from './csv-records';
import type { RowFault, SheetRow } from './shopify-shape';

/** How the rows of an export are read: its columns by their names, and which rows belong together. */
export type SheetSpec<Column extends string> = {
  aliases: Readonly<Record<Column, readonly string[]>>;
  /** What a row belongs to, in one spelling; a fault where it says none. */
  keyOf: (cells: Record<Column, string>) => string | Fault;
  grouped: Grouped;
  /** What is built of the rows sees those too that cannot be read, and refuses all of them. */
  whole?: true;
  /** Whether a row says all of what it belongs to, and not only a part. */
  begins?: (cells: Record<Column, string>) => boolean;
};

/** A row with the cells that are read; a broken one has those that could be read. */
export type PickedRow<Column extends string> = { row: number; cells: Record<Column, string>; broken?: Fault };
export type SheetGroup<Column extends string> = { key: string; rows: PickedRow<Column>[]; faults: RowFault[] };
export type OnRows = (read: number, total: number) => void;

/** The rows of an export that belong together, wherever they stand; what cannot be read comes as faults without rows. */
export async function* readGroups<Column extends string>(
  open: OpenFile,
  head: Head,
  spec: SheetSpec<Column>,
  onRows?: OnRows,
): AsyncGenerator<SheetGroup<Column>> {
  const places = placesOf(head.names, spec.aliases);
  const keyOf = (record: CsvRecord) => keptKey(spec, pick(spec.aliases, places, record.cells));
  const surveyor = new Surveyor();
  const doubts = new Doubts();
  for await (const record of bodyOf(open)) {
    const key = keyOf(record);
    surveyor.see(typeof key === 'string' ? key : '', record);
    if (spec.whole) doubts.see(record.row, key, beside(record, key));
  }
  const survey = surveyor.result();
  const grouper = new Grouper(survey, spec.grouped);
  const picked = (group: Group) => pickGroup({ fault: doubts.faultOf(group.handle), ...group }, spec, places);
  let read = 0;
  for await (const record of bodyOf(open)) {
    onRows?.((read += 1), survey.rows);
    const key = keyOf(record);
    const row = withCells(record, head.names.length);
    if (typeof key === 'string') for (const group of grouper.add(key, row)) yield picked(group);
    else yield { key: '', rows: [], faults: [{ row: record.row, ...(row.broken ?? key) }] };
  }
  for (const group of grouper.end()) yield picked(group);

  // A row that can be read and has no name goes on with the thing before, or says all of a thing of its own.
  function beside({ broken, cells }: CsvRecord, key: string | Fault): Beside {
    const nameless = typeof key !== 'string' && key.code === missing(spec.grouped).code;
    if (broken || !nameless) return 'both';
    return spec.begins?.(pick(spec.aliases, places, cells)) ? 'none' : 'before';
  }
}

/** What a row belongs to, in the spelling that is kept, so that two things never become one. */
function keptKey<Column extends string>({ keyOf, grouped }: SheetSpec<Column>, cells: Record<Column, string>) {
  const said = keyOf(cells);
  if (typeof said !== 'string') return said;
  if (said.includes('\uFFFD')) return lostCharacters(grouped.key);
  return cleanLine(said) || missing(grouped);
}

const missing = ({ what, key }: Grouped): Fault => ({
  code: `${key}-missing`,
  reason: `the row has no ${key} of ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`,
});

// What could be read of a broken row is kept, so that it is known to what it belongs.
function withCells(record: CsvRecord, width: number): SheetRow {
  const row = toSheetRow(record, { width });
  return row.broken ? { ...row, cells: record.cells } : row;
}

function pickGroup<Column extends string>(
  { handle, rows, fault }: Group,
  { aliases }: SheetSpec<Column>,
  places: Places<Column>,
): SheetGroup<Column> {
  if (fault) return { key: handle, rows: [], faults: rows.map(({ row }) => ({ row, ...fault })) };
  const picked = rows.map(({ row, cells, broken }): PickedRow<Column> => {
    const read = pick(aliases, places, cells);
    return { row, cells: read, broken: broken ?? damaged(read) };
  });
  return { key: handle, rows: picked, faults: [] };
}

function damaged(cells: Record<string, string>): Fault | undefined {
  const found = Object.entries(cells).find(([, cell]) => cell.includes('\uFFFD'));
  return found && lostCharacters(found[0]);
}

const lostCharacters = (column: string): Fault => ({
  code: 'encoding',
  reason: `the column ${column} has damaged characters: save the file as UTF-8`,
});

/** Every row of something that is refused whole: the cause at the row that has it, a hint to it at the others. */
export function refuseRows(rows: readonly { row: number }[], cause: RowFault): RowFault[] {
  return rows.map(({ row }) =>
    row === cause.row
      ? cause
      : { row, code: 'with-refused', reason: `what it belongs to was refused in row ${cause.row}: ${cause.reason}` },
  );
}

/** What the first row says by a shape; where it is not that, the refusal of all rows. */
export function readFirst<T, Column extends string>(
  shape: z.ZodType<T>,
  rows: PickedRow<Column>[],
): { first: PickedRow<Column>; more: PickedRow<Column>[]; data: T } | { faults: RowFault[] } {
  const [first, ...more] = rows;
  const read = shape.safeParse(first?.cells);
  if (!first || !read.success)
    return { faults: refuseRows(rows, { row: first?.row ?? 0, ...faultOf(read.error as z.ZodError) }) };
  return { first, more, data: read.data };
}

/** An id of the old shop; null where there is none, or where a spreadsheet has rounded it to another one. */
export const idOf = (cell: string): string | null =>
  /^(?:'|gid:\/\/shopify\/\w+\/)?(\d{1,20})$/.exec(cell)?.[1] && !isRounded(cell) ? cell.replace(/\D/g, '') : null;
