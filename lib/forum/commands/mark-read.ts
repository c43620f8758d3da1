import { isMember } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';

import type { MarkReadInput } from '../schema';
import { visibleBoards } from '../visible-boards';

/** Remembers how far a member has read in a thread; it never goes back, nor beyond what there is. */
export async function markRead(ctx: Ctx, { thread: number, upTo }: MarkReadInput): Promise<void> {
  if (!isMember(ctx.actor)) return;
  const thread = await ctx.db.thread.findFirst({
    where: { number, board: await visibleBoards(ctx) },
    select: { id: true, postCount: true },
  });
  if (!thread) return;
  await ctx.db.$executeRaw`
    INSERT INTO "ThreadRead" AS r ("memberId", "threadId", "number", "at")
    VALUES (${ctx.actor.id}::uuid, ${thread.id}::uuid, ${Math.min(upTo, thread.postCount)}, ${ctx.now})
    ON CONFLICT ("memberId", "threadId") DO UPDATE
    SET "number" = GREATEST(r."number", EXCLUDED."number"), "at" = GREATEST(r."at", EXCLUDED."at")`;
}
