import type { Raw } from '@/lib/core/raw';

import { mostHops, mostRedirects, type Fault, type FileRow, type PlannedRow } from './choices';
import { oldPath } from './old-path';

type Edges = Map<string, string>;
type Known = {
  db: Pick<Raw, '$queryRaw'>;
  /** A redirect that is about to be changed counts as not there. */ without?: string;
};

/**
 * What becomes of each row, one after the other, as if each were written by hand: added, changed, the same already, or refused with
 * the reason. Two rows of one address are refused where they lead to different ones; so is what leads back to itself, or on and on.
 * Reads only the redirects that the rows touch or lead to.
 */
export async function planRows(known: Known, rows: readonly FileRow[]): Promise<PlannedRow[]> {
  const edges = await readEdges(known, rows);
  let room = mostRedirects - (await countAll(known));
  const before = new Map(edges);
  const seen = new Map<string, string>();
  const planned = rows.map((row): PlannedRow => {
    const was = before.get(row.from);
    const fault = row.fault ?? (seen.has(row.from) ? twice(seen, row) : null);
    seen.set(row.from, seen.get(row.from) ?? row.to);
    if (fault) return { ...row, fate: 'refused', fault, before: was };
    return settle(row, was);
  });

  function settle(row: FileRow, was: string | undefined): PlannedRow {
    if (edges.get(row.from) === row.to) return { ...row, fate: 'same', before: was };
    const fault = was === undefined && room <= 0 ? 'redirect-full' : faultOf(edges, row);
    if (fault) return { ...row, fate: 'refused', fault, before: was };
    edges.set(row.from, row.to);
    if (was === undefined) room -= 1;
    return { ...row, fate: was === undefined ? 'add' : 'change', before: was };
  }

  // What was refused because of a redirect that a later row changes may be possible now.
  return planned.map((each) => {
    if (each.fault !== 'redirect-loop' && each.fault !== 'redirect-chain') return each;
    const { fate: _, fault: __, before: was, ...row } = each;
    return settle(row, was);
  });
}

const twice = (seen: Edges, { from, to }: FileRow): Fault | null => (seen.get(from) === to ? null : 'redirect-twice');

// Follows the redirects behind a row's target. Every one that was written is followed to its end, so a loop is always met here.
function faultOf(edges: Edges, { from, to }: FileRow): Fault | null {
  let at = keyOf(to);
  for (let hops = 1; at !== null; hops += 1) {
    if (at === from) return 'redirect-loop';
    const next = edges.get(at);
    if (next === undefined) return null;
    if (hops >= mostHops) return 'redirect-chain';
    at = keyOf(next);
  }
  return null;
}

/** The old address to which a target leads, as it is compared; null for another host. */
export const keyOf = (target: string): string | null => (target.startsWith('/') ? oldPath(target) : null);

/** The redirects of the rows' addresses, and those that begin where they lead, as far as one may follow. */
async function readEdges({ db, without = noId }: Known, rows: readonly FileRow[]): Promise<Edges> {
  const edges: Edges = new Map();
  const asked = new Set<string>();
  const good = rows.filter(({ fault }) => !fault);
  let wanted = new Set(good.flatMap(({ from, to }) => [from, keyOf(to)]).filter((each) => each !== null));
  for (let round = 0; round <= mostHops && wanted.size > 0; round += 1) {
    const found = await db.$queryRaw<{ fromPath: string; to: string }[]>`
      SELECT "fromPath", "to" FROM "Redirect" WHERE "fromPath" = ANY(${[...wanted]}::text[]) AND "id" <> ${without}::uuid`;
    for (const each of wanted) asked.add(each);
    for (const { fromPath, to } of found) edges.set(fromPath, to);
    wanted = new Set(found.flatMap(({ to }) => keyOf(to) ?? []).filter((each) => !asked.has(each)));
  }
  return edges;
}

const noId = '00000000-0000-0000-0000-000000000000';

async function countAll({ db, without = noId }: Known): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Redirect" WHERE "id" <> ${without}::uuid`;
  return row?.count ?? 0;
}
