import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Deferred } from '@/lib/core/deferred';
import type { RecordedEvent } from '@/lib/core/events';
import { log } from '@/lib/core/log';
import type { SiteArea } from '@/lib/core/site-areas';
import type { Reaction } from '@/lib/core/worker-part';
import { awaitArea } from '@/lib/notifications/commands';

import { reactions } from './reactions';

/**
 * Runs an event's reactions, each in a transaction of its own and once only; throws when one failed, so that the job is tried again. One
 * that cannot be done while an area is off waits for it.
 */
export async function react(eventId: string): Promise<void> {
  const row = await db.event.findUnique({ where: { id: eventId } });
  if (!row) return;
  const event = row as unknown as RecordedEvent;
  const failed: unknown[] = [];
  const deferred = new Set<SiteArea>();
  for (const [name, reaction] of Object.entries(reactions[event.name] ?? {})) {
    await once(event, name, reaction).catch((error: unknown) => {
      if (error instanceof Deferred) return deferred.add(error.area);
      log.error({ err: error, event: event.name, reaction: name }, 'reaction failed');
      failed.push(error);
    });
  }
  for (const area of deferred) await inTransaction(system, (ctx) => awaitArea(ctx, { eventId, area }));
  if (failed.length > 0) throw failed[0];
}

async function once(event: RecordedEvent, name: string, reaction: Reaction): Promise<void> {
  await inTransaction(system, async (ctx) => {
    const rows = await ctx.db.$executeRaw`
      INSERT INTO "Reaction" ("eventId", "name", "at") VALUES (${event.id}::uuid, ${name}, ${ctx.now})
      ON CONFLICT DO NOTHING`;
    if (rows === 1) await reaction(ctx, event);
  });
}
