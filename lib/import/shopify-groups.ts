import { cleanLine } from '@/lib/core/fields';

import type { CsvRecord } from './csv-records';
import type { Columns } from './shopify-columns';
import type { Fault } from './sheet-pieces';
import type { SheetRow } from './shopify-shape';

/** What a first pass over the file learns, so that the second can stream. */
export type Survey = {
  rows: number;
  scattered: Map<string, { rows: number }>;
  overfull: Set<string>;
  holdable: boolean;
};
export type Group = { handle: string; rows: SheetRow[]; fault?: Fault };

/** What is grouped, how many rows one may have, and by what a user sorts the file. */
export type Grouped = { what: string; key: string; most: number };
const ofProducts: Grouped = { what: 'product', key: 'handle', most: 2_500 };
const MOST_ROWS_HELD = 5_000;

/** Counts the rows of each handle and notes handles that come back after another product. */
export class Surveyor {
  private readonly counts = new Map<string, number>();
  private readonly scattered = new Set<string>();
  private current = '';
  private rows = 0;

  constructor(private readonly grouped = ofProducts) {}

  see(handle: string): void {
    this.rows += 1;
    if (!handle) return;
    const before = this.counts.get(handle) ?? 0;
    if (handle !== this.current && before > 0) this.scattered.add(handle);
    this.counts.set(handle, before + 1);
    this.current = handle;
  }

  result(): Survey {
    const scattered = new Map([...this.scattered].map((handle) => [handle, { rows: this.counts.get(handle) ?? 0 }]));
    const overfull = new Set([...this.counts].filter(([, rows]) => rows > this.grouped.most).map(([handle]) => handle));
    const held = [...scattered.values()].reduce((sum, { rows }) => sum + rows, 0);
    return { rows: this.rows, scattered, overfull, holdable: held <= MOST_ROWS_HELD };
  }
}

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
    const fault = this.unbuildable(handle);
    if (fault) return [...this.flush(), { handle, rows: [row], fault }];
    if (this.survey.scattered.has(handle)) return [...this.flush(), ...this.hold(handle, row)];
    if (this.open?.handle === handle) {
      this.open.rows.push(row);
      return [];
    }
    const finished = this.flush();
    this.open = { handle, rows: [row] };
    return finished;
  }

  flush(): Group[] {
    const finished = this.open ? [this.open] : [];
    this.open = undefined;
    return finished;
  }

  private hold(handle: string, row: SheetRow): Group[] {
    const rows = [...(this.held.get(handle) ?? []), row];
    if (rows.length < (this.survey.scattered.get(handle)?.rows ?? 0)) {
      this.held.set(handle, rows);
      return [];
    }
    this.held.delete(handle);
    return [{ handle, rows }];
  }

  private unbuildable(handle: string): Fault | undefined {
    const { what, key, most } = this.grouped;
    if (this.survey.overfull.has(handle)) {
      return { code: 'rows-too-many', reason: `the ${what} has more than ${most} rows` };
    }
    if (this.survey.holdable || !this.survey.scattered.has(handle)) return undefined;
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
