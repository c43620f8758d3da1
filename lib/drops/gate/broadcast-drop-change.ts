import { bounded } from '@/lib/core/bounded';
import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { second } from '@/lib/core/time';

import { notifyDropChange } from '../sql';

const intervalMs = 100;

// Drops broadcast within the last interval, and whether they changed again since.
const recent = bounded<boolean>({
  name: 'drop changes broadcast',
  holds: 'Drops whose change was broadcast to the other processes a moment ago.',
  count: 1_000,
  bytes: 256 * 1024,
  ttl: 10 * second,
});

/** Notifies every process that units of a drop were granted: at once, then at most ten times a second, and once after the last change. */
export function broadcastDropChange(dropId: string): void {
  if (recent.has(dropId)) return void recent.set(dropId, true);
  recent.set(dropId, false);
  // A process that misses a notification reads everything anew when its connection is back.
  notifyDropChange(db, dropId).catch((error: unknown) =>
    log.warn({ err: error, drop: dropId }, 'could not broadcast the change of a drop'),
  );
  setTimeout(() => {
    const more = recent.get(dropId);
    recent.delete(dropId);
    if (more) broadcastDropChange(dropId);
  }, intervalMs);
}
