import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { writeContent } from '../content';
import { fitsBoard } from '../policy';
import type { StartThreadInput } from '../schema';
import { addThread, type AddedThread } from './add-thread';
import { markRead } from './mark-read';
import { boardToWrite, writer } from './writer';
import { limits } from '../limits';

export type StartedThread = AddedThread & { board: { slug: string; productId: string | null; visibility: string } };

/** Opens a thread on a board that the member sees and may write on. An idea gets its stage from the flow around this. */
export async function startThread(
  ctx: Ctx,
  { board: slug, kind, title, body }: StartThreadInput,
): Promise<StartedThread> {
  const author = writer(ctx.actor);
  const board = await boardToWrite(ctx, slug);
  if (!fitsBoard(kind, board))
    throw new Refused('kind-needs-product', 'This kind belongs on a product board', { field: 'kind' });
  await spend(ctx.db, limits.startThread, author.id, ctx.now);
  const thread = await addThread(ctx, { board, author, kind, title, content: await writeContent(ctx, body) });
  await markRead(ctx, { thread: thread.number, upTo: 1 });
  await ctx.emit('thread.started', { threadId: thread.id, postId: thread.postId });
  return { ...thread, board };
}
