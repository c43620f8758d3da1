import { bounded } from '@/lib/core/bounded';
import { db } from '@/lib/core/db';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { second } from '@/lib/core/time';
import { variantOrder } from '@/lib/catalog/published';

import { announcedDrop } from '../scopes';

const waveOfTerms = {
  id: true,
  number: true,
  opensAt: true,
  closesAt: true,
  pausedAt: true,
  seedHash: true,
  decidedAt: true,
  allotments: {
    orderBy: [{ variant: variantOrder }, { channel: 'asc' as const }],
    select: { id: true, variantId: true, channel: true, units: true, remaining: true },
  },
} satisfies Prisma.WaveSelect;

/** What the gate knows of an announced drop: its terms and its stock, read by one statement. The seed is not among them. */
export async function loadTerms(slug: string) {
  const drop = await db.drop.findFirst({
    where: { slug, ...announcedDrop },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      slug: true,
      cancelledAt: true,
      needsReservation: true,
      minTrust: true,
      mode: true,
      fairSeconds: true,
      proofOfWork: true,
      regions: true,
      waves: { orderBy: { number: 'asc' }, select: waveOfTerms },
    },
  });
  if (!drop) return null;
  return { ...drop, reservations: await reservationsOf(drop.id) };
}

export type Terms = NonNullable<Awaited<ReturnType<typeof loadTerms>>>;
export type TermsWave = Terms['waves'][number];

// The count costs more with every entry, and a drop is read after every batch: so it is refreshed every five seconds at most.
const counts = bounded<number>({
  name: 'reservation counts',
  holds: 'How many reserved a drop.',
  count: 1_000,
  bytes: 256 * 1024,
  ttl: 5 * second,
});

async function reservationsOf(dropId: string): Promise<number> {
  const known = counts.get(dropId);
  if (known !== undefined) return known;
  const count = await db.reservation.count({ where: { dropId } });
  counts.set(dropId, count);
  return count;
}
