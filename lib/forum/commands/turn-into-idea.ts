import type { Ctx } from '@/lib/core/context';
import { memberHandle } from '@/lib/members/published';

import { touchThread } from './writer';

/** Lets a thread be an idea from now on; the caller has checked that it may, and begins the idea's way. */
export async function turnIntoIdea(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  const thread = await ctx.db.thread.update({
    where: { id: threadId },
    data: { kind: 'IDEA' },
    select: { number: true, board: { select: { slug: true } }, author: { select: memberHandle } },
  });
  touchThread(ctx, thread);
}
