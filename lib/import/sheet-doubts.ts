import type { Fault } from './sheet-pieces';

/** To which of the things beside it a row may belong that does not say to which it does. */
export type Beside = 'both' | 'before' | 'none';

/**
 * What rows may belong to that do not say it: the thing of the row before and that of the row behind. Where a thing is kept whole or not
 * at all, neither is known to be whole.
 */
export class Doubts {
  private readonly rows = new Map<string, number>();
  private before = '';
  private open: number | undefined;

  /** The rows in their order. */
  see(row: number, key: string | Fault, beside: Beside): void {
    if (typeof key === 'string') {
      if (this.open !== undefined) this.rows.set(key, this.open);
      this.open = undefined;
      this.before = key;
      return;
    }
    if (beside !== 'none' && this.before) this.rows.set(this.before, row);
    if (beside === 'both') this.open = row;
  }

  /** Why a thing is refused, if a row beside it may be its own. */
  faultOf(key: string): Fault | undefined {
    const row = this.rows.get(key);
    return row === undefined
      ? undefined
      : {
          code: 'with-refused',
          reason: `row ${row} beside it does not say what it belongs to, and may be one of its rows`,
        };
  }
}
