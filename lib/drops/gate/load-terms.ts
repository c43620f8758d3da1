import { db } from '@/lib/core/db';
import type { Prisma } from '@/lib/core/prisma-client/client';

const waveOfTerms = {
  id: true, number: true, opensAt: true, closesAt: true, pausedAt: true, seedHash: true, decidedAt: true,
  allotments: {
    orderBy: [{ variant: { position: 'asc' as const } }, { channel: 'asc' as const }],
    select: { id: true, variantId: true, channel: true, units: true, remaining: true },
  },
} satisfies Prisma.WaveSelect;

/** What the gate knows of an announced drop: its terms and its stock, read by one statement. The seed is not among them. */
export async function loadTerms(slug: string) {
  const drop = await db.drop.findFirst({
    where: { slug, announcedAt: { not: null } },
    relationLoadStrategy: 'join',
    select: {
      id: true, slug: true, cancelledAt: true, needsReservation: true, minTrust: true, mode: true, fairSeconds: true, proofOfWork: true, regions: true,
      waves: { orderBy: { number: 'asc' }, select: waveOfTerms },
    },
  });
  if (!drop) return null;
  return { ...drop, reservations: await reservationsOf(drop.id) };
}

export type Terms = NonNullable<Awaited<ReturnType<typeof loadTerms>>>;
export type TermsWave = Terms['waves'][number];

const counts = new Map<string, { at: number; count: number }>();
const freshMs = 5_000;

// Counting grows with the crowd, and a drop is read again after every batch: so at most once in five seconds.
async function reservationsOf(dropId: string): Promise<number> {
  const known = counts.get(dropId);
  if (known && performance.now() - known.at < freshMs) return known.count;
  const count = await db.reservation.count({ where: { dropId } });
  if (counts.size > 1_000) counts.clear();
  counts.set(dropId, { at: performance.now(), count });
  return count;
}
