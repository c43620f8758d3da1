import type { Ctx } from '@/lib/core/context';
import { cleanLine } from '@/lib/core/fields';
import { languageOf } from '@/lib/core/language-of';
import { slugify } from '@/lib/core/slug';

import type { Content } from '../content';
import type { ThreadKind } from '../schema';
import { addPost, type Origin } from './add-post';

type Source = { source: string; sourceId: string };
export type NewThread = {
  board: { id: string; slug: string };
  author: { id: string; handle: string | null };
  kind: ThreadKind;
  title: string;
  content: Content;
  from?: {
    thread: Source & {
      imported: { title: string; pinned: boolean; closed: boolean; answer: string | null; board: string };
    };
    post: Origin;
  };
};
export type AddedThread = { id: string; number: number; slug: string; postId: string };

/** Puts a thread with its opening post on a board, after the caller has checked that it may stand there. */
export async function addThread(
  ctx: Ctx,
  { board, author, kind, title: given, content, from }: NewThread,
): Promise<AddedThread> {
  const title = cleanLine(given);
  const thread = await ctx.db.thread.create({
    data: {
      boardId: board.id,
      authorId: author.id,
      kind,
      title,
      slug: slugify(title),
      lang: languageOf(`${title}${content.excerpt}`),
      createdAt: ctx.now,
      lastPostAt: ctx.now,
      ...from?.thread,
    },
    select: { id: true, number: true, slug: true },
  });
  const post = await addPost(ctx, {
    threadId: thread.id,
    number: 1,
    authorId: author.id,
    content,
    answers: null,
    from: from?.post,
  });
  await ctx.db.board.update({ where: { id: board.id }, data: { threadCount: { increment: 1 } }, select: { id: true } });
  ctx.touch(`thread:${thread.number}`, `board:${board.slug}`, 'boards', 'threads', 'home', `member:${author.handle}`);
  return { ...thread, postId: post.id };
}
