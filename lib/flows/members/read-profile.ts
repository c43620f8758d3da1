import type { Reading } from '@/lib/core/context';
import { getProfile } from '@/lib/members/queries';

const mostPosts = 15;
const mostCredits = 12;

/** A member as everyone may see them: who they are, what they wrote on public boards, and which releases name them. */
export async function readProfile(reading: Pick<Reading, 'db'>, { handle }: { handle: string }) {
  const member = await getProfile(reading, { handle });
  if (!member) return null;
  const [posts, credits] = await Promise.all([listPublicPosts(reading, member.id), listCredits(reading, member.id)]);
  const { roles, ownerships, id: _id, ...rest } = member;
  return { ...rest, staff: roles.length > 0, owner: ownerships.length > 0, posts, credits };
}

export type ProfileView = NonNullable<Awaited<ReturnType<typeof readProfile>>>;

// A post is gone from here when it or the thread's opening post is hidden.
async function listPublicPosts({ db }: Pick<Reading, 'db'>, authorId: string) {
  const shown = { board: { visibility: 'PUBLIC' }, posts: { none: { number: 1, hiding: { isNot: null } } } } as const;
  const posts = await db.post.findMany({
    where: { authorId, hiding: null, thread: shown },
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
          idea: { select: { voteCount: true } },
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

async function listCredits({ db }: Pick<Reading, 'db'>, memberId: string) {
  const rows = await db.releaseCredit.findMany({
    where: { memberId, release: { publishedAt: { not: null } } },
    orderBy: { release: { publishedAt: 'desc' } },
    take: mostCredits,
    select: {
      reason: true,
      release: { select: { slug: true, title: true, titleZh: true, publishedAt: true } },
      idea: {
        select: {
          id: true,
          thread: { select: { title: true, number: true, slug: true, board: { select: { visibility: true } } } },
        },
      },
    },
  });
  return rows.map(({ reason, release, idea }) => ({
    key: `${release.slug}:${idea.id}`,
    reason,
    release,
    idea:
      idea.thread.board.visibility === 'PUBLIC'
        ? { title: idea.thread.title, number: idea.thread.number, slug: idea.thread.slug }
        : null,
  }));
}
