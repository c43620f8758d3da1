import { cellAsTyped } from '@/lib/core/csv';

import { readCsv, type CsvRecord } from './csv-records';

/** Opens the file from its start; called several times, since a first pass finds what is scattered. */
export type OpenFile = () => AsyncIterable<Uint8Array | string>;

/** The first row of a file: its names as they are compared, and the mark between cells. */
export type Head = { header: string[]; names: string[]; delimiter: string };

/** The first row of a file; null when there is none. */
export async function readHead(open: OpenFile): Promise<Head | null> {
  for await (const { cells, delimiter } of readCsv(open())) {
    return { header: cells, names: cells.map(headName), delimiter };
  }
  return null;
}

/** A column's name as it is compared: in small letters, without spaces. */
export const headName = (name: string): string => name.toLowerCase().replace(/[\s_\uFEFF]+/g, '');

/** The rows under the first, without blank ones. */
export async function* bodyOf(open: OpenFile): AsyncGenerator<CsvRecord> {
  let header = true;
  for await (const record of readCsv(open())) {
    if (!header && !isBlank(record)) yield record;
    header = false;
  }
}

/** Whether a row has no word in it. */
export function isBlank(record: CsvRecord): boolean {
  return !record.broken && record.cells.every((cell) => cell.trim() === '');
}

/** Where the columns stand that are read here; of several names of one the first that the file has counts. */
export type Places<Column extends string> = Map<Column, number>;

/** Finds columns by the names that they have had. */
export function placesOf<Column extends string>(
  names: readonly string[],
  aliases: Readonly<Record<Column, readonly string[]>>,
): Places<Column> {
  const places: Places<Column> = new Map();
  for (const column of Object.keys(aliases) as Column[]) {
    const alias = aliases[column].find((name) => names.includes(name));
    if (alias !== undefined) places.set(column, names.indexOf(alias));
  }
  return places;
}

/** The cells of a row that are read here; a column that the file lacks reads as empty. */
export function pick<Column extends string>(
  aliases: Readonly<Record<Column, readonly string[]>>,
  places: Places<Column>,
  cells: readonly string[],
): Record<Column, string> {
  const read = (column: Column) => plain(cells[places.get(column) ?? -1] ?? '');
  return Object.fromEntries((Object.keys(aliases) as Column[]).map((column) => [column, read(column)])) as Record<
    Column,
    string
  >;
}

// A text that a spreadsheet is to leave alone is often written as a formula that is that text.
const formula = /^="((?:[^"]|"")*)"$/;

function plain(cell: string): string {
  // PostgreSQL's text cannot hold NUL.
  const text = cell.replaceAll('\u0000', '').trim();
  return cellAsTyped(text.replace(formula, (_, inside: string) => inside.replaceAll('""', '"'))).trim();
}

/** A phone number, postcode or id without the apostrophe by which spreadsheets keep its first nought or plus. */
export const unguarded = (cell: string): string => cell.replace(/^'/, '').trim();
