import type { Reading } from '@/lib/core/context';

import type { DrawUnits } from '../draw/rank';
import type { PublishedEntry } from '../draw/check-draw';
import { announcedDrop } from '../scopes';

export type EntryPage = {
  drop: string;
  wave: number;
  decidedAt: string;
  seed: string;
  seedHash: string;
  count: number;
  units: DrawUnits[];
  entries: PublishedEntry[];
  /** The rank after which the next page begins; null on the last. */
  next: number | null;
};

const page = 5_000;

/** A page of a decided wave's entries by rank, without a word of who they are; `undecided` before, null where no units are given by rank. */
export async function listEntries(
  { db }: Pick<Reading, 'db'>,
  { slug, wave, after }: { slug: string; wave: number; after: number },
): Promise<EntryPage | 'undecided' | null> {
  const found = await db.wave.findFirst({
    where: { number: wave, seedHash: { not: null }, drop: { slug, ...announcedDrop } },
    select: {
      id: true,
      decidedAt: true,
      allotments: { orderBy: { id: 'asc' }, select: { variantId: true, channel: true, toGive: true } },
    },
  });
  if (!found) return null;
  if (!found.decidedAt) return 'undecided';
  const { seed, seedHash } = await db.wave.findUniqueOrThrow({
    where: { id: found.id, decidedAt: { not: null } },
    select: { seed: true, seedHash: true },
  });
  const last = await db.entry.findFirst({
    where: { waveId: found.id },
    orderBy: { rank: 'desc' },
    select: { rank: true },
  });
  const rows = await db.entry.findMany({
    where: { waveId: found.id, rank: { gt: after } },
    orderBy: { rank: 'asc' },
    take: page,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      priority: true,
      late: true,
      seq: true,
      rank: true,
      state: true,
      allotment: { select: { variantId: true, channel: true } },
    },
  });
  const count = last?.rank ?? 0;
  const end = rows.at(-1)?.rank ?? count;
  return {
    drop: slug,
    wave,
    decidedAt: found.decidedAt.toISOString(),
    seed: seed!,
    seedHash: seedHash!,
    count,
    units: found.allotments.flatMap(({ toGive, ...each }) => (toGive === null ? [] : [{ ...each, units: toGive }])),
    entries: rows.map(published),
    next: end < count ? end : null,
  };
}

type Row = {
  id: string;
  priority: number;
  late: boolean;
  seq: bigint;
  rank: number | null;
  state: string;
  allotment: { variantId: string; channel: string };
};

function published({ id, priority, late, seq, rank, state, allotment }: Row): PublishedEntry {
  const { variantId, channel } = allotment;
  return {
    id,
    variantId,
    channel,
    priority,
    late,
    seq: Number(seq),
    rank: rank!,
    won: state === 'WON',
    skipped: state === 'SKIPPED',
  };
}
