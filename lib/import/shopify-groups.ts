import { cleanLine } from '@/lib/core/fields';

import { KeyTable } from './key-table';
import type { CsvRecord } from './csv-records';
import type { Columns } from './shopify-columns';
import type { Fault } from './sheet-pieces';
import type { SheetRow } from './shopify-shape';

/** What a first pass over the file learns, so that the second can stream. */
export type Survey = { rows: number; holdable: boolean; of(handle: string): Counted };
/** How many rows and characters one thing has, and whether other things stand between its rows. */
type Counted = { rows: number; characters: number; scattered: boolean };
export type Group = { handle: string; rows: SheetRow[]; fault?: Fault };

/** What is grouped, how many rows one may have, and by what a user sorts the file. */
export type Grouped = { what: string; key: string; most: number };
const ofProducts: Grouped = { what: 'product', key: 'handle', most: 2_500 };
const MOST_ROWS_HELD = 5_000;
/** Of one thing, and of all that is scattered: what is held in memory until it is whole. */
const MOST_CHARACTERS = 32_000_000;

// The number of rows is negative where other things stand between them.
const [ROWS, CHARACTERS] = [0, 1];

/** Counts the rows of each handle and notes handles that come back after another product. */
export class Surveyor {
  private readonly table = new KeyTable(2);
  private current = '';
  private rows = 0;

  see(handle: string, { cells }: Pick<CsvRecord, 'cells'>): void {
    this.rows += 1;
    if (!handle) return;
    const before = this.table.get(handle, ROWS);
    const scattered = before < 0 || (before > 0 && handle !== this.current);
    this.table.set(handle, (Math.abs(before) + 1) * (scattered ? -1 : 1), ROWS);
    this.table.add(handle, charactersOf(cells), CHARACTERS);
    this.current = handle;
  }

  result(): Survey {
    const { table } = this;
    let [rows, characters] = [0, 0];
    for (const counted of table.rows()) {
      if (counted[ROWS]! >= 0) continue;
      rows -= counted[ROWS]!;
      characters += counted[CHARACTERS]!;
    }
    return {
      rows: this.rows,
      holdable: rows <= MOST_ROWS_HELD && characters <= MOST_CHARACTERS,
      of: (handle) => ({
        rows: Math.abs(table.get(handle, ROWS)),
        characters: table.get(handle, CHARACTERS),
        scattered: table.get(handle, ROWS) < 0,
      }),
    };
  }
}

const charactersOf = (cells: string[]): number => cells.reduce((sum, { length }) => sum + length, 0);

/**
 * Gathers rows into whole products. Scattered rows of one handle are held until its last row has come, so no
 * product is ever built from a part of its rows; too many to hold are refused instead.
 */
export class Grouper {
  private open: Group | undefined;
  private readonly held = new Map<string, SheetRow[]>();

  constructor(
    private readonly survey: Survey,
    private readonly grouped = ofProducts,
  ) {}

  add(handle: string, row: SheetRow): Group[] {
    const counted = this.survey.of(handle);
    const fault = this.unbuildable(counted);
    if (fault) return [...this.flush(), { handle, rows: [row], fault }];
    if (counted.scattered) return [...this.flush(), ...this.hold(handle, row, counted.rows)];
    if (this.open?.handle === handle) {
      this.open.rows.push(row);
      return [];
    }
    const finished = this.flush();
    this.open = { handle, rows: [row] };
    return finished;
  }

  /** What is left when the last row was read. */
  end(): Group[] {
    const held = [...this.held].map(([handle, rows]) => ({ handle, rows }));
    this.held.clear();
    return [...this.flush(), ...held];
  }

  private flush(): Group[] {
    const finished = this.open ? [this.open] : [];
    this.open = undefined;
    return finished;
  }

  private hold(handle: string, row: SheetRow, all: number): Group[] {
    const rows = this.held.get(handle) ?? [];
    this.held.set(handle, rows);
    rows.push(row);
    if (rows.length < all) return [];
    this.held.delete(handle);
    return [{ handle, rows }];
  }

  private unbuildable({ rows, characters, scattered }: Counted): Fault | undefined {
    const { what, key, most } = this.grouped;
    if (rows > most) return { code: 'rows-too-many', reason: `the ${what} has more than ${most} rows` };
    if (characters > MOST_CHARACTERS) {
      const reason = `the rows of the ${what} have more than ${MOST_CHARACTERS / 1_000_000} million characters`;
      return { code: 'rows-too-large', reason };
    }
    if (this.survey.holdable || !scattered) return undefined;
    return {
      code: `${key}-split`,
      reason: `the rows of this ${key} are scattered through the file: sort it by ${key}`,
    };
  }
}

/** A row's handle as it is kept and compared; empty when the row has none that can be read. */
export function handleOf(record: CsvRecord, columns: Columns): string {
  return cleanLine(record.cells[columns.at.get('handle') ?? -1] ?? '')
    .normalize('NFC')
    .toLowerCase();
}

export function toSheetRow({ row, cells, broken }: CsvRecord, columns: Pick<Columns, 'width'>): SheetRow {
  if (broken) return { row, cells: [], broken };
  const extra = cells.slice(columns.width).some((cell) => cell.trim() !== '');
  // Spreadsheets leave out empty cells at the end of a row; cells too many mean that the row has slipped.
  if (!extra)
    return {
      row,
      cells: cells.length < columns.width ? [...cells, ...Array<string>(columns.width - cells.length).fill('')] : cells,
    };
  const reason = `the row has ${cells.length} columns where the header has ${columns.width}`;
  return { row, cells: [], broken: { code: 'column-count', reason } };
}
