import { readCursor, writeCursor } from '@/lib/core/cursor';
import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import type { IdeaKind, IdeaStage, TriageOrder } from '../schema';
import { ideaJoins, mostVotes, type Person, type ProductName } from '../sql';

/** Orders that an idea's voters paid for and kept, in one currency. */
export type Worth = { currency: string; minor: number };
export type TriageIdea = {
  id: string;
  kind: IdeaKind;
  stage: IdeaStage;
  stageAt: Date;
  createdAt: Date;
  number: number;
  slug: string;
  title: string;
  lang: string;
  excerpt: string;
  author: Person;
  product: ProductName;
  visibility: string;
  votes: number;
  owners: number;
  worth: Worth[];
};

export type TriageInput = {
  stages: IdeaStage[];
  kind?: IdeaKind;
  productId?: string;
  order?: TriageOrder;
  after?: string;
};

/** How many ideas the queue weighs at a time: the most voted of them, or the newest when sorted by age. */
export const windowSize = 100;

/**
 * Ideas that wait for a decision, each with its votes, the owners among its voters and what its voters bought, and where the
 * list goes on. Two statements.
 */
export async function listTriage(
  { db }: Reading,
  { stages, kind, productId, order = 'votes', after }: TriageInput,
): Promise<{ ideas: TriageIdea[]; next: string | null }> {
  const byAge = order === 'newest';
  const column = byAge ? Prisma.sql`"createdAt"` : Prisma.sql`"voteCount"`;
  const cursor = after ? readCursor(after, byAge ? undefined : mostVotes) : null;
  const start =
    cursor && (byAge ? Prisma.sql`${new Date(cursor.value)}::timestamptz` : Prisma.sql`${cursor.value}::int`);
  const rows = await db.$queryRaw<Omit<TriageIdea, 'owners' | 'worth'>[]>`
    SELECT ${triageColumns}
    FROM unnest(${stages}::text[]) s(stage)
    CROSS JOIN LATERAL (
      SELECT i."id", i.${column} AS rank FROM "Idea" i
      WHERE i."stage" = s.stage::"IdeaStage" ${productId ? Prisma.sql`AND i."productId" = ${productId}::uuid` : Prisma.empty}
        ${kind ? Prisma.sql`AND i."kind" = ${kind}::"IdeaKind"` : Prisma.empty}
        ${cursor ? Prisma.sql`AND i.${column} <= ${start} AND (i.${column} < ${start} OR i."id" > ${cursor.id}::uuid)` : Prisma.empty}
      ORDER BY i.${column} DESC, i."id" LIMIT ${windowSize + 1}) page
    JOIN "Idea" i ON i."id" = page."id" ${ideaJoins}
    ORDER BY page.rank DESC, i."id" LIMIT ${windowSize + 1}`;
  const page = rows.slice(0, windowSize);
  const weights = await weigh(
    { db },
    page.map(({ id }) => id),
  );
  const ideas = page.map((idea) => ({ ...idea, ...(weights.get(idea.id) ?? { owners: 0, worth: [] }) }));
  const end = page.at(-1);
  return {
    ideas: sorted(ideas, order),
    next: rows.length > windowSize && end ? writeCursor(byAge ? end.createdAt : end.votes, end.id) : null,
  };
}

const triageColumns = Prisma.sql`
  i."id", i."kind"::text AS kind, i."stage"::text AS stage, i."stageAt", i."createdAt", i."voteCount" AS votes,
  t."number", t."slug", t."title", t."lang", t."visibility"::text AS visibility,
  (SELECT op."excerpt" FROM forum.opening_post op WHERE op."threadId" = t."id") AS excerpt,
  (SELECT json_build_object('handle', a."handle", 'name', a."name", 'avatar', a."avatar") FROM members.person a WHERE a."id" = t."authorId") AS author,
  json_build_object('handle', p."handle", 'title', p."title", 'titleZh', p."titleZh") AS product`;

export type Weight = { owners: number; worth: Worth[] };

/** Of each idea: how many of its voters own its product now, and what its voters paid for and kept, by currency. One statement. */
export async function weigh({ db }: Pick<Reading, 'db'>, ideaIds: string[]): Promise<Map<string, Weight>> {
  if (ideaIds.length === 0) return new Map();
  const rows = await db.$queryRaw<({ id: string } & Weight)[]>`
    WITH voter AS (
      SELECT v."ideaId", v."memberId", i."productId" FROM "IdeaVote" v JOIN "Idea" i ON i."id" = v."ideaId" WHERE v."ideaId" = ANY(${ideaIds}::uuid[])),
    spent AS (
      SELECT o."memberId", o."currency", sum(o."minor") AS minor FROM orders.kept_order o
      WHERE o."memberId" IN (SELECT "memberId" FROM voter) GROUP BY o."memberId", o."currency"),
    worth AS (
      SELECT voter."ideaId", s."currency", sum(s.minor) AS minor FROM voter JOIN spent s ON s."memberId" = voter."memberId" GROUP BY 1, 2)
    SELECT voter."ideaId" AS id,
      count(DISTINCT voter."memberId") FILTER (WHERE EXISTS (
        SELECT 1 FROM ownership.current_owner own WHERE own."memberId" = voter."memberId" AND own."productId" = voter."productId"))::int AS owners,
      coalesce((SELECT json_agg(json_build_object('currency', w."currency", 'minor', w.minor) ORDER BY w.minor DESC) FROM worth w WHERE w."ideaId" = voter."ideaId"), '[]') AS worth
    FROM voter GROUP BY voter."ideaId"`;
  return new Map(rows.map(({ id, owners, worth }) => [id, { owners, worth }]));
}

// Amounts in several currencies have no one order: the largest one stands for its idea.
function sorted(ideas: TriageIdea[], order: TriageOrder): TriageIdea[] {
  if (order === 'owners') return ideas.toSorted((a, b) => b.owners - a.owners || b.votes - a.votes);
  if (order === 'worth')
    return ideas.toSorted((a, b) => (b.worth[0]?.minor ?? 0) - (a.worth[0]?.minor ?? 0) || b.votes - a.votes);
  return ideas;
}
