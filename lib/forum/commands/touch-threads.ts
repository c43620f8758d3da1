import type { Ctx } from '@/lib/core/context';

/** Names the public documents of a board's newest threads; those of older ones follow within their five seconds. */
export async function touchThreads(ctx: Ctx, boardId: string): Promise<void> {
  const threads = await ctx.db.thread.findMany({
    where: { boardId },
    select: { number: true },
    orderBy: { lastPostAt: 'desc' },
    take: 1_000,
  });
  ctx.touch(...threads.map(({ number }) => `thread:${number}`));
}
