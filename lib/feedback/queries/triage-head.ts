import { may } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

export type WaitingCounts = { ideas: number; reports: number; voices?: number };
export type IdeaPlace = { id: string; title: string; titleZh: string };
export type TriageHead = { waiting: WaitingCounts; products: IdeaPlace[]; boards: IdeaPlace[] };

type Counted = Required<WaitingCounts>;

const counts = Prisma.sql`
  (SELECT count(*)::int FROM (SELECT 1 FROM "Idea" WHERE "stage" = 'NEW' AND "kind" = 'IDEA' LIMIT 100) i) AS ideas,
  (SELECT count(*)::int FROM (SELECT 1 FROM "Idea" WHERE "stage" = 'NEW' AND "kind" = 'REPORT' LIMIT 100) i) AS reports,
  (SELECT count(*)::int FROM (SELECT 1 FROM ownership.waiting_voice LIMIT 100) v) AS voices`;

/** How many ideas, problem reports and owners' answers wait, each counted to a hundred; answers for who may read them. One statement. */
export async function countWaiting(reading: Reading): Promise<WaitingCounts> {
  const [row] = await reading.db.$queryRaw<Counted[]>`SELECT ${counts}`;
  return countsFor(reading, row!);
}

const most = 300;

/**
 * What stands above the list of ideas: how much waits, and the products with ideas and the boards by which staff limit it; of very many
 * those that are asked for in any case. One statement.
 */
export async function readTriageHead(
  reading: Reading,
  { product = null, board = null }: { product?: string | null; board?: string | null },
): Promise<TriageHead> {
  const [row] = await reading.db.$queryRaw<(Counted & Omit<TriageHead, 'waiting'>)[]>`
    SELECT ${counts},
      (SELECT coalesce(json_agg(json_build_object('id', p."id", 'title', p."title", 'titleZh', p."titleZh")), '[]') FROM (
        SELECT * FROM catalog.product WHERE EXISTS (SELECT 1 FROM "Idea" i WHERE i."productId" = product."id")
        ORDER BY product."id" = ${product}::uuid DESC NULLS LAST, "title", product."id" LIMIT ${most}) p) AS products,
      (SELECT coalesce(json_agg(json_build_object('id', b."id", 'title', b."name", 'titleZh', b."nameZh")), '[]') FROM (
        SELECT * FROM forum.board ORDER BY "id" = ${board}::uuid DESC NULLS LAST, "position", "name", "id" LIMIT ${most}) b) AS boards`;
  const { products, boards, ...waiting } = row!;
  return { waiting: countsFor(reading, waiting), products, boards };
}

function countsFor({ actor }: Reading, { voices, ...ideas }: Counted): WaitingCounts {
  return may(actor, 'ownership.triageVoices') ? { ...ideas, voices } : ideas;
}
