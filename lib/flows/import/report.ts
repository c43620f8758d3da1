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

export function formatRefusal(refusal: Refusal): string {
  const place = refusal.row > 0 ? `${refusal.file}, ${refusal.list ?? 'row'} ${refusal.row}` : refusal.file;
  const subject = refusal.handle ? ` (${refusal.handle})` : '';
  return `refused ${place}${subject}: ${refusal.reason} [${refusal.code}]`;
}

/** Counts refused rows: two faults in one row are one row. */
export function createTally(): { add(refusal: Refusal): void; readonly refused: number } {
  const places = new Set<string>();
  let refused = 0;
  return {
    add(refusal) {
      const place = `${refusal.file}\n${refusal.list ?? ''}\n${refusal.row}`;
      if (refusal.count === undefined && refusal.row > 0 && places.has(place)) return;
      if (refusal.count === undefined) places.add(place);
      refused += refusal.count ?? 1;
    },
    get refused() {
      return refused;
    },
  };
}

export function shopifySummary(done: { products: number; variants: number; refused: number }): string {
  return `imported ${done.products} products, ${done.variants} variants; ${done.refused} rows refused`;
}

export function discourseSummary(done: { threads: number; posts: number; members: number; refused: number }): string {
  return `imported ${done.threads} threads, ${done.posts} posts, ${done.members} members; ${done.refused} records refused`;
}
