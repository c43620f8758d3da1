import { describe, expect, it } from 'vitest';

import { sha256 } from '@/lib/core/ids';

import { fingerprint } from '../fingerprint';
import { checkDraw, type PublishedDraw } from './check-draw';
import { giveUnits, rankEntries, type DrawEntry } from './rank';

const entry = (at: number, more: Partial<DrawEntry> = {}): DrawEntry => ({
  id: `${sha256(`entry ${at}`).slice(0, 8)}-0000-4000-8000-${String(at).padStart(12, '0')}`,
  variantId: 'ink',
  channel: 'PUBLIC',
  priority: 0,
  late: false,
  seq: at + 1,
  ...more,
});

const players = Array.from({ length: 12 }, (_, at) => entry(at));
const seeds = Array.from({ length: 2_400 }, (_, at) => sha256(`seed ${at}`));

type Rank = (seed: string, entries: readonly DrawEntry[]) => Promise<DrawEntry[]>;

/** How often each of the players came out at each place, over all seeds. */
async function places(rank: Rank): Promise<number[][]> {
  const counts = players.map(() => players.map(() => 0));
  for (const seed of seeds) (await rank(seed, players)).forEach(({ seq }, place) => (counts[seq - 1]![place]! += 1));
  return counts;
}

const chiSquare = (counts: number[], expected: number) =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);

// Upper 0.1 % points of chi-square: 31.26 at 11 degrees of freedom (who comes first), 174.9 at 11 × 11 (who comes where;
// rows and columns of the table both add up to the seeds, so the statistic is scaled by 11/12).
const firstMost = 31.26;
const tableMost = 174.9;

async function unfairness(rank: Rank): Promise<{ first: number; table: number }> {
  const counts = await places(rank);
  const expected = seeds.length / players.length;
  return {
    first: chiSquare(
      counts.map((row) => row[0]!),
      expected,
    ),
    table: (chiSquare(counts.flat(), expected) * 11) / 12,
  };
}

// What looks like a draw and is none: a lot of one hex digit, and who came first wins among equals.
const rankCarelessly: Rank = async (seed, entries) => {
  const lots = new Map(
    await Promise.all(entries.map(async ({ id }) => [id, (await fingerprint(`${seed}:${id}`))[0]!] as const)),
  );
  return entries.toSorted((a, b) =>
    lots.get(a.id)! < lots.get(b.id)! ? -1 : lots.get(a.id)! > lots.get(b.id)! ? 1 : a.seq - b.seq,
  );
};

describe('the order of a draw', () => {
  it('favours nobody over 2,400 seeds (chi-square, 0.1 %)', async () => {
    const { first, table } = await unfairness(rankEntries);
    expect(first).toBeLessThan(firstMost);
    expect(table).toBeLessThan(tableMost);
  }, 60_000);

  it('is seen to favour somebody when lots are careless (control)', async () => {
    const { first, table } = await unfairness(rankCarelessly);
    expect(first).toBeGreaterThan(firstMost);
    expect(table).toBeGreaterThan(tableMost);
  }, 60_000);

  it('does not ask in which order the entries are given to it, nor when those in time came', async () => {
    const ids = async (entries: DrawEntry[]) => (await rankEntries('s', entries)).map(({ id }) => id);
    expect(await ids(players.toReversed())).toEqual(await ids(players));
    expect(await ids(players.map((each) => ({ ...each, seq: 100 - each.seq })))).toEqual(await ids(players));
  });

  it('puts priority first and the late last, by arrival, whatever their lots', async () => {
    const mixed = [
      entry(0, { late: true, seq: 90, priority: 5 }),
      entry(1),
      entry(2, { priority: 1 }),
      entry(3, { priority: 2 }),
      entry(4, { late: true, seq: 80 }),
    ];
    for (const seed of seeds.slice(0, 50)) {
      expect((await rankEntries(seed, mixed)).map(({ id }) => mixed.findIndex((each) => each.id === id))).toEqual([
        3, 2, 1, 4, 0,
      ]);
    }
  });
});

describe('the units', () => {
  const units = (...counts: [string, string, number][]) =>
    counts.map(([variantId, channel, count]) => ({ variantId, channel, units: count }));

  it('go to the channel’s own entries first, then to everyone of the variant, and pass over who has one', () => {
    const ranked = [
      entry(0),
      entry(1, { channel: 'RESERVED' }),
      entry(2, { channel: 'RESERVED' }),
      { ...entry(3), skipped: true },
      entry(4),
      entry(5, { variantId: 'oat' }),
    ];
    const winners = giveUnits(units(['ink', 'PUBLIC', 3], ['ink', 'RESERVED', 1], ['oat', 'RESERVED', 4]), ranked);
    expect(ranked.map(({ id }) => winners.has(id))).toEqual([true, true, true, false, true, false]);
  });

  it('are as many as there are entries or units, whichever is less', () => {
    for (let count = 0; count <= 14; count += 1)
      expect(giveUnits(units(['ink', 'PUBLIC', count]), players).size).toBe(Math.min(count, 12));
  });
});

describe('the check', () => {
  const published = async (): Promise<PublishedDraw> => {
    const units = [{ variantId: 'ink', channel: 'PUBLIC', units: 4 }];
    const ranked = await rankEntries('open', players);
    const winners = giveUnits(units, ranked);
    const entries = ranked.map((each, at) => ({ ...each, rank: at + 1, won: winners.has(each.id), skipped: false }));
    return { seed: 'open', seedHash: sha256('open'), count: players.length, units, entries };
  };

  it('agrees with an honest list', async () => {
    expect(await checkDraw(await published())).toMatchObject({ agrees: true, winners: 4 });
  });

  it('sees another seed, an entry left out, two that changed places, and a unit given to a friend', async () => {
    const honest = await published();
    const [first, second, ...others] = honest.entries as [
      PublishedDraw['entries'][number],
      PublishedDraw['entries'][number],
      ...PublishedDraw['entries'],
    ];
    expect(await checkDraw({ ...honest, seed: 'other' })).toMatchObject({ agrees: false, seedAgrees: false });
    expect(await checkDraw({ ...honest, entries: honest.entries.slice(0, -1) })).toMatchObject({
      agrees: false,
      missing: 1,
    });
    expect(
      await checkDraw({ ...honest, entries: [{ ...second, rank: 1 }, { ...first, rank: 2 }, ...others] }),
    ).toMatchObject({ agrees: false, misplaced: [first.id, second.id] });
    const friend = honest.entries.map((each, at) => ({ ...each, won: at === 11 || (at < 3 && each.won) }));
    expect((await checkDraw({ ...honest, entries: friend })).misgiven).toHaveLength(2);
  });
});
