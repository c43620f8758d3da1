import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { RecordedEvent } from '@/lib/core/events';
import { log } from '@/lib/core/log';
import type { Reaction } from '@/lib/core/worker-part';

import { reactions } from './reactions';

/** Runs an event's reactions, each in a transaction of its own and once only; throws when one failed, so that the job is tried again. */
export async function react(eventId: string): Promise<void> {
  const row = await db.event.findUnique({ where: { id: eventId } });
  if (!row) return;
  const event = row as unknown as RecordedEvent;
  const failed: unknown[] = [];
  for (const [name, reaction] of Object.entries(reactions[event.name] ?? {})) {
    await once(event, name, reaction).catch((error: unknown) => {
      log.error({ err: error, event: event.name, reaction: name }, 'reaction failed');
      failed.push(error);
    });
  }
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
