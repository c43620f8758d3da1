import { db } from '@/lib/core/db';
import { after, hour, moveClock } from '@/lib/core/time';
import { react } from '@/lib/server/react';

import type { World } from './world';

/** How many notifications each member of the demo has yet to read. */
export const unreadEach = 4;

/** Tells the cast what happened, each thing at its time; of what they were told they have read all but the newest. */
export async function tellCast(world: World): Promise<void> {
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
