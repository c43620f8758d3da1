import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { memberStanding, plainName } from '@/lib/members/published';

import { spokenTitle, threadLink } from '../published';

/** A post in its place, hidden or not, with its author's standing: what staff need to decide on it. */
export type JudgedPost = {
  post: { id: string; number: number; html: string; createdAt: Date; voteCount: number };
  thread: {
    number: number;
    slug: string;
    title: string;
    lang: string;
    board: { name: string; nameZh: string; visibility: string };
  };
  author: {
    id: string;
    handle: string | null;
    name: string;
    avatar: string | null;
    trust: number;
    joinedAt: Date;
    warnings: number;
    suspended: boolean;
    staff: boolean;
  };
  before: { number: number; excerpt: string; by: string } | null;
};

/** The posts of these ids, in no order; the caller has asked whether the actor decides on them. One statement. */
export async function listJudgedPosts(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { ids }: { ids: string[] },
): Promise<JudgedPost[]> {
  if (ids.length === 0) return [];
  const posts = await db.post.findMany({ where: { id: { in: ids } }, select: postFields(now) });
  return posts.map(asJudged);
}

const postFields = (now: Date) =>
  ({
    id: true,
    number: true,
    html: true,
    createdAt: true,
    voteCount: true,
    thread: {
      select: { ...threadLink, ...spokenTitle, board: { select: { name: true, nameZh: true, visibility: true } } },
    },
    parent: { select: { number: true, excerpt: true, author: { select: plainName } } },
    author: { select: memberStanding(now) },
  }) as const satisfies Prisma.PostSelect;

type Row = Prisma.PostGetPayload<{ select: ReturnType<typeof postFields> }>;

function asJudged({ thread, parent, author, ...post }: Row): JudgedPost {
  const { grants, warnings, suspensions, createdAt: joinedAt, ...who } = author;
  return {
    post,
    thread,
    author: {
      ...who,
      joinedAt,
      warnings: warnings.length,
      suspended: suspensions.length > 0,
      staff: grants.length > 0,
    },
    before: parent && { number: parent.number, excerpt: parent.excerpt, by: parent.author.name },
  };
}
