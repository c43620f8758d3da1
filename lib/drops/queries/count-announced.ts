import type { Reading } from '@/lib/core/context';

import { announcedDrop, standingDrop } from '../published';

/**
 * Announced drops: how many run, how many are to come, and how many there are. One runs while a wave of it is open, its entries are not
 * decided, or a unit of it is held for somebody who has yet to pay.
 */
export async function countAnnounced({
  db,
  now,
}: Pick<Reading, 'db' | 'now'>): Promise<{ running: number; upcoming: number; announced: number }> {
  const [running, upcoming, announced] = await Promise.all([
    db.drop.count({
      where: {
        ...standingDrop,
        OR: [
          { waves: { some: { opensAt: { lte: now }, closesAt: { gt: now } } } },
          { waves: { some: { opensAt: { lte: now }, entries: { some: { state: 'WAITING' } } } } },
          { claims: { some: { state: 'HELD' } } },
        ],
      },
    }),
    db.drop.count({ where: { ...standingDrop, waves: { some: { opensAt: { gt: now } } } } }),
    db.drop.count({ where: announcedDrop }),
  ]);
  return { running, upcoming, announced };
}
