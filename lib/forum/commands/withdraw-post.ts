import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canWithdraw } from '../policy';
import type { WithdrawPostInput } from '../schema';
import { postToChange, touchThread, writer } from './writer';
import { shownPost } from '../scopes';

/**
 * Takes the member's own post out of sight; the thread keeps a quiet place where it stood. An opening post takes its
 * thread along, so it stays once somebody else has replied.
 */
export async function withdrawPost(
  ctx: Ctx,
  { post: id }: WithdrawPostInput,
): Promise<{ wholeThread: boolean; board: string }> {
  const author = writer(ctx.actor);
  const post = await postToChange(ctx, id);
  allow(canWithdraw(author, post));
  if (post.number === 1) allow(!(await othersReplied(ctx, post.thread.id, author.id)), 'thread-answered');
  await ctx.db.hiding.create({ data: { postId: id, byId: author.id, reason: '', at: ctx.now } });
  await ctx.db.threadState.deleteMany({ where: { threadId: post.thread.id, postId: id, kind: 'ACCEPTED_ANSWER' } });
  touchThread(ctx, { ...post.thread, author });
  return { wholeThread: post.number === 1, board: post.thread.board.slug };
}

// A reply holds the thread's row until its commit: it is waited for, and counted.
async function othersReplied(ctx: Ctx, threadId: string, authorId: string): Promise<boolean> {
  await ctx.db.$queryRaw`SELECT 1 FROM "Thread" WHERE "id" = ${threadId}::uuid FOR NO KEY UPDATE`;
  return (
    (await ctx.db.post.findFirst({
      where: { threadId, number: { gt: 1 }, authorId: { not: authorId }, ...shownPost },
      select: { id: true },
    })) !== null
  );
}
