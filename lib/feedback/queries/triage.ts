import { may } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { inOrderOf, readListPage, type ListPage } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';

import { ideaList, type AskedIdeas } from '../list';
import { canTriage } from '../policy';
import type { IdeaKind, IdeaStage } from '../schema';
import { ideaJoins, type Person, type ProductName } from '../sql';
import { findIdeas } from './find-ideas';

/**
 * Orders that an idea's voters paid for and kept, in one currency. Who may not read orders is told of five buyers or more alone, and `about`
 * how much: neither a sum nor its change with a vote tells what somebody spent.
 */
export type Worth = { currency: string; minor: number; about: boolean };
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
  board: { name: string; nameZh: string };
  visibility: string;
  votes: number;
  owners: number;
  worth: Worth[];
};

type Wanted = { asked: AskedIdeas; zone: string };

/** One page of ideas for staff, each with its votes, the owners among its voters and what its voters bought. */
export async function listTriage(
  reading: Reading,
  { asked, zone }: Wanted,
): Promise<{ rows: TriageIdea[]; page: ListPage; cut: boolean }> {
  if (!canTriage(reading.actor)) return { rows: [], page: { ids: [], count: 0 }, cut: false };
  const found = await findIdeas(reading, { asked, zone });
  const page = await readListPage(ideaList, asked, { db: reading.db, zone, found });
  return { rows: await readTriage(reading, page.ids), page, cut: found.cut };
}

/** Ideas of some ids as staff see them, in the order of their ids. Two statements. */
export async function readTriage({ db, actor }: Pick<Reading, 'db' | 'actor'>, ids: string[]): Promise<TriageIdea[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<Omit<TriageIdea, 'owners' | 'worth'>[]>`
    SELECT ${triageColumns} FROM "Idea" i ${ideaJoins} WHERE i."id" = ANY(${ids}::uuid[])`;
  const weights = await weigh({ db, actor }, ids);
  return inOrderOf(
    ids,
    rows.map((idea) => ({ ...idea, ...(weights.get(idea.id) ?? { owners: 0, worth: [] }) })),
  );
}

const triageColumns = Prisma.sql`
  i."id", i."kind"::text AS kind, i."stage"::text AS stage, i."stageAt", i."createdAt", i."voteCount" AS votes,
  t."number", t."slug", t."title", t."lang", t."visibility"::text AS visibility,
  (SELECT op."excerpt" FROM forum.opening_post op WHERE op."threadId" = t."id") AS excerpt,
  (SELECT json_build_object('handle', a."handle", 'name', a."name", 'avatar', a."avatar") FROM members.person a WHERE a."id" = t."authorId") AS author,
  (SELECT json_build_object('name', b."name", 'nameZh', b."nameZh") FROM forum.board b WHERE b."id" = t."boardId") AS board,
  json_build_object('handle', p."handle", 'title', p."title", 'titleZh', p."titleZh") AS product`;

export type Weight = { owners: number; worth: Worth[] };

/** Of each idea: how many of its voters own its product now, and what its voters paid for and kept, by currency. One statement. */
export async function weigh(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  ideaIds: string[],
): Promise<Map<string, Weight>> {
  if (ideaIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; owners: number; worth: Spent[] }[]>`
    WITH voter AS (
      SELECT v."ideaId", v."memberId", i."productId" FROM "IdeaVote" v JOIN "Idea" i ON i."id" = v."ideaId" WHERE v."ideaId" = ANY(${ideaIds}::uuid[])),
    spent AS (
      SELECT o."memberId", o."currency", sum(o."minor") AS minor FROM orders.kept_order o
      WHERE o."memberId" IN (SELECT "memberId" FROM voter) GROUP BY o."memberId", o."currency"),
    worth AS (
      SELECT voter."ideaId", s."currency", sum(s.minor) AS minor, count(*) AS buyers FROM voter JOIN spent s ON s."memberId" = voter."memberId" GROUP BY 1, 2)
    SELECT voter."ideaId" AS id,
      count(DISTINCT voter."memberId") FILTER (WHERE EXISTS (
        SELECT 1 FROM ownership.current_owner own WHERE own."memberId" = voter."memberId" AND own."productId" = voter."productId"))::int AS owners,
      coalesce((SELECT json_agg(json_build_object('currency', w."currency", 'minor', w.minor, 'buyers', w.buyers) ORDER BY w.minor DESC) FROM worth w WHERE w."ideaId" = voter."ideaId"), '[]') AS worth
    FROM voter GROUP BY voter."ideaId"`;
  const exact = may(actor, 'orders.read');
  return new Map(rows.map(({ id, owners, worth }) => [id, { owners, worth: worth.flatMap(toldTo(exact)) }]));
}

type Spent = { currency: string; minor: number; buyers: number };

const fewestBuyers = 5;

const toldTo =
  (exact: boolean) =>
  ({ currency, minor, buyers }: Spent): Worth[] => {
    if (exact) return [{ currency, minor, about: false }];
    return buyers < fewestBuyers ? [] : [{ currency, minor: Number(minor.toPrecision(2)), about: true }];
  };
