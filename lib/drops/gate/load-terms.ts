import { db } from '@/lib/core/db';

/** What the gate knows of an announced drop: its terms and its stock, read by one statement. */
export async function loadTerms(where: { slug: string } | { id: string }) {
  const drop = await db.drop.findFirst({
    where: { ...where, announcedAt: { not: null } },
    relationLoadStrategy: 'join',
    select: {
      id: true, slug: true, cancelledAt: true, needsReservation: true, minTrust: true,
      _count: { select: { reservations: true } },
      waves: {
        orderBy: { number: 'asc' },
        select: {
          number: true, opensAt: true, closesAt: true,
          allotments: { orderBy: { variant: { position: 'asc' } }, select: { id: true, variantId: true, units: true, remaining: true } },
        },
      },
    },
  });
  if (!drop) return null;
  const { _count, waves, ...rest } = drop;
  return { ...rest, reservations: _count.reservations, waves: waves.map(withRemaining) };
}

function withRemaining<W extends { allotments: { remaining: number }[] }>(wave: W) {
  return { ...wave, get remaining() { return wave.allotments.reduce((sum, each) => sum + each.remaining, 0); } };
}

export type Terms = NonNullable<Awaited<ReturnType<typeof loadTerms>>>;
