import { bounded } from '@/lib/core/bounded';
import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { second } from '@/lib/core/time';

import { noteDrop } from '../sql';

const restMs = 100;

// The drops that others were told of within the rest, and whether there is more to tell since.
const resting = bounded<boolean>({
  name: 'drops told of',
  holds: 'Drops that the other processes were told of a moment ago.',
  count: 1_000,
  bytes: 256 * 1024,
  ttl: 10 * second,
});

/** Tells every process that a drop's units were given: at once, then ten times a second at most, and once more after the last. */
export function tellOthers(dropId: string): void {
  if (resting.has(dropId)) return void resting.set(dropId, true);
  resting.set(dropId, false);
  // Who cannot be told now reads everything anew when the database is back.
  noteDrop(db, dropId).catch((error: unknown) => log.warn({ err: error, drop: dropId }, 'others not told of a drop'));
  setTimeout(() => {
    const more = resting.get(dropId);
    resting.delete(dropId);
    if (more) tellOthers(dropId);
  }, restMs);
}
