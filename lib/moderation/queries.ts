import type { Reading } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { titledThread } from '@/lib/forum/published';
import { activeSuspension, isOfStaff, memberName, plainName } from '@/lib/members/published';

import { canModerate } from './policy';
import type { ReportReason } from './schema';

type Person = { handle: string; name: string; avatar: string | null };
type Seen = { id: string; number: number; html: string; createdAt: Date; voteCount: number };
type Place = {
  number: number;
  slug: string;
  title: string;
  lang: string;
  board: { name: string; nameZh: string; visibility: string };
};

/** A reported post, in its place, with everything that was said against it. */
export type ReportedPost = {
  post: Seen;
  thread: Place;
  author: Person & { id: string; trust: number; joinedAt: Date; warnings: number; suspended: boolean; staff: boolean };
  before: { number: number; excerpt: string; by: string } | null;
  reports: { id: string; reason: ReportReason; note: string; at: Date; by: Person }[];
};

/** How many reported posts one page of the queue shows; as they are decided, the next move up. */
export const mostReportedPosts = 25;

/** The posts that wait for a decision, the longest waiting first. Two statements. */
export async function listReportedPosts({ db, actor, now }: Reading): Promise<ReportedPost[]> {
  allow(canModerate(actor), 'not-found');
  const oldest = await db.report.findMany({
    where: { resolvedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { postId: true },
  });
  const ids = [...new Set(oldest.map(({ postId }) => postId))].slice(0, mostReportedPosts);
  if (ids.length === 0) return [];
  const posts = await db.post.findMany({ where: { id: { in: ids } }, select: postFields(now) });
  const byId = new Map(posts.map((post) => [post.id, post]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(asReported);
}

const postFields = (now: Date) =>
  ({
    id: true,
    number: true,
    html: true,
    createdAt: true,
    voteCount: true,
    thread: {
      select: {
        number: true,
        slug: true,
        title: true,
        lang: true,
        board: { select: { name: true, nameZh: true, visibility: true } },
      },
    },
    parent: { select: { number: true, excerpt: true, author: { select: plainName } } },
    author: {
      select: {
        id: true,
        ...memberName,
        trust: true,
        createdAt: true,
        grants: isOfStaff(now),
        warnings: { select: { id: true }, take: 20 },
        suspensions: { where: activeSuspension(now), select: { id: true }, take: 1 },
      },
    },
    reports: {
      where: { resolvedAt: null },
      orderBy: { createdAt: 'asc' },
      take: 50,
      select: { id: true, reason: true, note: true, createdAt: true, reporter: { select: memberName } },
    },
  }) as const satisfies Prisma.PostSelect;

type Row = Prisma.PostGetPayload<{ select: ReturnType<typeof postFields> }>;

function asReported({ thread, parent, author, reports, ...post }: Row): ReportedPost {
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
    reports: reports.map(({ reporter, createdAt, ...report }) => ({ ...report, at: createdAt, by: reporter })),
  };
}

/** A post that staff have out of sight, for restoring. */
export type HiddenPost = {
  id: string;
  number: number;
  excerpt: string;
  by: string | null;
  reason: string;
  at: Date;
  author: Person;
  thread: { number: number; slug: string; title: string; lang: string };
};

/** What staff hid, newest first, with where the list goes on; what authors took back themselves is not theirs to restore. */
export async function listHiddenPosts(
  { db, actor }: Reading,
  { take = 20, after }: { take?: number; after?: { at: Date; id: string } } = {},
): Promise<{ posts: HiddenPost[]; last: { at: Date; id: string } | null }> {
  allow(canModerate(actor), 'not-found');
  const rows = await db.hiding.findMany({
    where: {
      reason: { not: '' },
      ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, postId: { lt: after.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { postId: 'desc' }],
    take: take + 1,
    select: {
      reason: true,
      at: true,
      by: { select: plainName },
      post: {
        select: {
          id: true,
          number: true,
          excerpt: true,
          author: { select: memberName },
          thread: { select: titledThread },
        },
      },
    },
  });
  const posts = rows.slice(0, take).map(({ post, by, ...hiding }) => ({ ...post, ...hiding, by: by?.name ?? null }));
  const end = posts.at(-1);
  return { posts, last: rows.length > take && end ? { at: end.at, id: end.id } : null };
}

const mostCounted = 100;

/** How many reports wait, 100 at most, for the staff room's door. */
export async function countOpenReports({ db, actor }: Reading): Promise<number> {
  if (!canModerate(actor)) return 0;
  return (await db.report.findMany({ where: { resolvedAt: null }, select: { id: true }, take: mostCounted })).length;
}
