import type { Reading } from '@/lib/core/context';

/** Labels on parcels of which the carrier is to be asked now, those that are due longest first. */
export async function listFollowed({ db, now }: Pick<Reading, 'db' | 'now'>, { most }: { most: number }) {
  return db.label.findMany({
    where: { state: 'USED', followAt: { lte: now } },
    orderBy: [{ followAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      ...{ id: true, carrier: true, tracking: true, quiet: true, followAt: true },
      shipment: { select: { id: true, tracking: true, shippedAt: true, deliveredAt: true } },
    },
  });
}

export type FollowedLabel = Awaited<ReturnType<typeof listFollowed>>[number];
