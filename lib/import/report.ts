import { terminalLine } from '@/lib/core/terminal';

export type Refusal = {
  file: string;
  /** Row of a CSV, or place (from 1) in a JSON list; 0 when the whole file is meant. */
  row: number;
  /** The JSON list that `row` counts in. */
  list?: string;
  code: string;
  reason: string;
  handle?: string;
  /** How many source records this stands for when not one; 0 when the record itself was kept. */
  count?: number;
};

/** A refusal as a line; what the files say of themselves in it can neither break it nor act on a terminal. */
export function formatRefusal(refusal: Refusal): string {
  const place = refusal.row > 0 ? `${refusal.file}, ${refusal.list ?? 'row'} ${refusal.row}` : refusal.file;
  const subject = refusal.handle ? ` (${refusal.handle})` : '';
  return `${terminalLine(`refused ${place}${subject}: ${refusal.reason}`)} [${refusal.code}]`;
}

/** Counts refused rows: two faults in one row are one row. */
export function createTally(): { add(refusal: Refusal): void; readonly refused: number } {
  const files = new Map<string, Rows>();
  let refused = 0;
  return {
    add({ file, list = '', row, count }) {
      if (count === undefined && row > 0) {
        const rows = files.get(`${file}\n${list}`) ?? new Rows();
        files.set(`${file}\n${list}`, rows);
        if (!rows.isNew(row)) return;
      }
      refused += count ?? 1;
    },
    get refused() {
      return refused;
    },
  };
}

/** Numbers of rows, one bit for each row of a file. */
class Rows {
  private bits = new Uint8Array(128);

  /** Notes a row; false where it was noted before. */
  isNew(row: number): boolean {
    const [place, bit] = [row >> 3, 1 << (row & 7)];
    if (place >= this.bits.length) {
      const bits = new Uint8Array(2 ** Math.ceil(Math.log2(place + 1)));
      bits.set(this.bits);
      this.bits = bits;
    }
    if (this.bits[place]! & bit) return false;
    this.bits[place]! |= bit;
    return true;
  }
}

export function discourseSummary(done: { threads: number; posts: number; members: number; refused: number }): string {
  return `imported ${done.threads} threads, ${done.posts} posts, ${done.members} members; ${done.refused} records refused`;
}

type Rehearsed = Parameters<typeof discourseSummary>[0] & {
  rehearsal: { boards: number; closed: number; claimable: number };
};

/** The same of a rehearsal, which wrote nothing. */
export function rehearsalSummary({ threads, posts, members, refused, rehearsal }: Rehearsed): string {
  const { boards, closed, claimable } = rehearsal;
  return [
    `on ${boards} boards, ${closed} of them for staff only; ${claimable} members can claim their account by its address`,
    `would import ${threads} threads, ${posts} posts, ${members} members; ${refused} records refused; nothing was written`,
  ].join('\n');
}

/** The refusals of an import by their kind, the most frequent first: one of its last lines, or none. */
export function createKinds(): { add(refusal: Refusal): void; line(): string | null } {
  const kinds = new Map<string, number>();
  return {
    add: ({ code, count = 1 }) => void kinds.set(code, (kinds.get(code) ?? 0) + Math.max(count, 1)),
    line() {
      const told = [...kinds].toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${count} ${code}`);
      return told.length > 0 ? `refused, by kind: ${told.join(', ')}` : null;
    },
  };
}
