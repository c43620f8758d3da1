import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { writeContent } from '../content';
import { refusalToReply } from '../policy';
import type { ReplyInput } from '../schema';
import { addPost } from './add-post';
import { markRead } from './mark-read';
import { refuseIf, threadToChange, touchThread, writer } from './writer';
import { limits } from '../limits';
import { shownPost } from '../scopes';

export type Replied = { postId: string; number: number; thread: { number: number; slug: string } };

/** Answers a post of a thread. A reply to a reply stands under the same root and names whom it answers. */
export async function reply(ctx: Ctx, { thread: wanted, parent, body }: ReplyInput): Promise<Replied> {
  const author = writer(ctx.actor);
  const thread = await threadToChange(ctx, wanted);
  refuseIf(refusalToReply(thread.standing, thread.board, thread));
  const answers = found(
    await ctx.db.post.findFirst({
      where: { threadId: thread.id, number: parent, ...shownPost },
      select: { id: true, number: true, depth: true, branch: true },
    }),
  );
  await spend(ctx.db, limits.reply, author.id, ctx.now);
  const content = await writeContent(ctx, body);
  const number = await nextNumber(ctx, thread.id);
  const post = await addPost(ctx, { threadId: thread.id, number, authorId: author.id, content, answers });
  await markRead(ctx, { thread: thread.number, upTo: number });
  touchThread(ctx, { ...thread, author });
  await ctx.emit('post.replied', { threadId: thread.id, postId: post.id });
  return { postId: post.id, number, thread: { number: thread.number, slug: thread.slug } };
}

// The thread's row is the lock: two replies at once get two numbers, and none comes into a thread that has just gone.
async function nextNumber(ctx: Ctx, threadId: string): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ postCount: number }[]>`
    UPDATE "Thread" SET "postCount" = "postCount" + 1, "lastPostAt" = GREATEST("lastPostAt", ${ctx.now})
    WHERE "id" = ${threadId}::uuid AND "shown" RETURNING "postCount"`;
  return found(rows[0]).postCount;
}
