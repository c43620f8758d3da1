import { db } from '@/lib/core/db';
import { after, hour, moveClock } from '@/lib/core/time';
import { react } from '@/lib/server/react';

import type { World } from './world';

/** How many notifications each member of the demo has yet to read. */
export const unreadEach = 4;

/** Runs the reactions of every seeded event at its time, which sends the cast their notices; all but the newest are marked as read. */
export async function sendNoticesToCast(world: World): Promise<void> {
  const events = await db.event.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { id: true, at: true } });
  try {
    for (const { id, at } of events) {
      moveClock(at.getTime() - Date.now());
      await react(id);
    }
  } finally {
    moveClock(0);
  }
  for (const { id } of Object.values(world.cast)) await readOlder(id, world.now);
}

async function readOlder(memberId: string, now: Date): Promise<void> {
  const older = await db.notification.findMany({
    where: { memberId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: unreadEach,
    select: { id: true, createdAt: true },
  });
  for (const { id, createdAt } of older)
    await db.notification.update({
      where: { id },
      data: { readAt: new Date(Math.min(after(createdAt, 5 * hour).getTime(), now.getTime())) },
    });
}
