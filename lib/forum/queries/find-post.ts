import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

import { visibleBoards } from '../visible-boards';
import { shownPost, shownThread } from '../scopes';

/** A post's id and its author's, if the reader may see it. */
export async function findSeenPost(
  reading: Pick<Reading, 'db' | 'actor'>,
  { id }: { id: string },
): Promise<{ id: string; authorId: string } | null> {
  return reading.db.post.findFirst({
    where: { id, ...shownPost, thread: { board: await visibleBoards(reading), ...shownThread } },
    select: { id: true, authorId: true },
  });
}

/** Who wrote a post; null when there is no such post. */
export async function getPostAuthor({ db }: Pick<Reading, 'db'>, { id }: { id: string }): Promise<string | null> {
  const post = await db.post.findUnique({ where: { id }, select: { authorId: true } });
  return post?.authorId ?? null;
}

export type PostForNotice = NonNullable<Awaited<ReturnType<typeof getPostForNotice>>>;

/** A post with everybody whom it may concern, for its notices. The caller must check that each recipient may see its board. */
export async function getPostForNotice({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  const post = await db.post.findUnique({
    where: { id },
    select: {
      number: true,
      authorId: true,
      author: { select: plainName },
      hiding: { select: { postId: true } },
      parent: { select: { number: true, authorId: true } },
      mentions: { select: { memberId: true } },
      thread: {
        select: {
          id: true,
          number: true,
          slug: true,
          title: true,
          authorId: true,
          postCount: true,
          board: { select: { visibility: true, productId: true } },
        },
      },
    },
  });
  if (!post) return null;
  const { author, hiding, parent, mentions, thread, number, authorId } = post;
  return {
    number,
    authorId,
    authorName: author.name,
    hidden: hiding !== null,
    thread,
    board: thread.board,
    title: thread.title,
    threadAuthorId: thread.authorId,
    answersId: parent?.authorId ?? null,
    answersOpening: parent?.number === 1,
    mentioned: mentions.map(({ memberId }) => memberId),
  };
}
