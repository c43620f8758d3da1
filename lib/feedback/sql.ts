import { Prisma } from '@/lib/core/prisma-client/client';

import { isPublished } from './scopes';

export const ideaJoins = Prisma.sql`
  JOIN forum.thread t ON t."id" = i."threadId" JOIN catalog.product p ON p."id" = i."productId"`;

/** What every list shows of idea i, given the joins above. */
export const ideaColumns = Prisma.sql`
  i."id", i."kind"::text AS kind, i."stage"::text AS stage, i."stageAt", i."createdAt", i."voteCount" AS votes,
  t."number", t."slug", t."title", t."lang", t."comments",
  (SELECT op."excerpt" FROM forum.opening_post op WHERE op."threadId" = t."id") AS excerpt,
  (SELECT json_build_object('handle', a."handle", 'name', a."name", 'avatar', a."avatar") FROM members.person a WHERE a."id" = t."authorId") AS author,
  json_build_object('handle', p."handle", 'title', p."title", 'titleZh', p."titleZh") AS product,
  (SELECT json_build_object('slug', r."slug", 'version', r."version") FROM "Release" r
    WHERE r."id" = i."releaseId" AND ${isPublished}) AS release`;

export type Person = { handle: string; name: string; avatar: string | null };
export type ProductName = { handle: string; title: string; titleZh: string };

/** Votes are counted in an integer of the database. */
export const mostVotes = 2 ** 31 - 1;
