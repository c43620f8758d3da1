import type { Ctx } from '@/lib/core/context';

/** Marks everything that a member was told so far as read, or one thing of it. */
export async function markRead(ctx: Ctx, { memberId, id }: { memberId: string; id?: string }): Promise<void> {
  await ctx.db.notification.updateMany({
    where: { memberId, readAt: null, ...(id && { id }) },
    data: { readAt: ctx.now },
  });
}
