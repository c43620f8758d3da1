import type { Reading } from '@/lib/core/context';
import { after, minute } from '@/lib/core/time';

import { standingDrop } from '../scopes';

/** How long before an opening those who reserved are reminded, in milliseconds. */
export const remindAhead = 15 * minute;

export type NearWave = { waveId: string; dropId: string; opensAt: Date };

/** Waves that open within the next minutes. */
export async function listNearWaves({ db, now }: Pick<Reading, 'db' | 'now'>): Promise<NearWave[]> {
  const rows = await db.wave.findMany({
    where: { opensAt: { gt: now, lte: after(now, remindAhead) }, drop: standingDrop },
    orderBy: { opensAt: 'asc' },
    take: 50,
    select: { id: true, dropId: true, opensAt: true },
  });
  return rows.map(({ id, ...wave }) => ({ ...wave, waveId: id }));
}

/** The fields of a reminder, and its recipients; null where the wave has opened or was called off. */
export async function getOpeningForNotice(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { waveId, memberIds }: { waveId: string; memberIds: string[] },
) {
  const wave = await db.wave.findUnique({
    where: { id: waveId },
    select: { opensAt: true, drop: { select: { slug: true, title: true, titleZh: true, cancelledAt: true } } },
  });
  if (!wave || wave.drop.cancelledAt || wave.opensAt <= now) return null;
  const members = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM members.person WHERE "id" = ANY(${memberIds}::uuid[])`;
  return { ...wave, members };
}
