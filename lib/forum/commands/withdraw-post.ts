import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canWithdraw } from '../policy';
import type { WithdrawPostInput } from '../schema';
import { postToChange, touchThread, writer } from './writer';

/** Takes the member's own post out of sight; the thread keeps a quiet place where it stood. */
export async function withdrawPost(ctx: Ctx, { post: id }: WithdrawPostInput): Promise<{ wholeThread: boolean; board: string }> {
  const author = writer(ctx.actor);
  const post = await postToChange(ctx, id);
  allow(canWithdraw(author, post));
  await ctx.db.hiding.create({ data: { postId: id, byId: author.id, reason: '', at: ctx.now } });
  await ctx.db.threadState.deleteMany({ where: { threadId: post.thread.id, postId: id, kind: 'ACCEPTED_ANSWER' } });
  touchThread(ctx, { ...post.thread, author });
  return { wholeThread: post.number === 1, board: post.thread.board.slug };
}
