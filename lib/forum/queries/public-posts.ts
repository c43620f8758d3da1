import type { Reading } from '@/lib/core/context';
import { ideaVotes } from '@/lib/feedback/published';

import { publicThread, shownPost } from '../scopes';

const mostPosts = 15;

/** The newest posts of a member on public boards; one is gone from here when it or its thread's opening post is hidden. */
export async function listPublicPosts({ db }: Pick<Reading, 'db'>, { authorId }: { authorId: string }) {
  const posts = await db.post.findMany({
    where: { authorId, ...shownPost, thread: publicThread },
    orderBy: { createdAt: 'desc' },
    take: mostPosts,
    select: {
      id: true,
      number: true,
      excerpt: true,
      voteCount: true,
      createdAt: true,
      thread: {
        select: {
          number: true,
          slug: true,
          title: true,
          lang: true,
          kind: true,
          board: { select: { name: true, nameZh: true } },
          idea: { select: ideaVotes },
        },
      },
    },
  });
  // An idea is voted for as an idea, not as the post that opens its thread.
  return posts.map(({ voteCount, thread: { idea, ...thread }, ...post }) => ({
    ...post,
    thread,
    votes: post.number === 1 && idea ? idea.voteCount : voteCount,
  }));
}
