import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { isUuid } from '@/lib/core/ids';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { memberName } from '@/lib/members/published';

const shownPosts = {
  where: { rule: null },
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  take: 50,
  select: {
    ...{ id: true, kind: true, body: true, lang: true, helpful: true, createdAt: true },
    member: { select: memberName },
  },
} as const satisfies Prisma.ProductQuestion$postsArgs;

const shownFields = {
  ...{ id: true, body: true, lang: true, answers: true, createdAt: true },
  member: { select: memberName },
  posts: shownPosts,
} as const satisfies Prisma.ProductQuestionSelect;

/** A question as everybody reads it, with what was said to it. */
export type ShownQuestion = Prisma.ProductQuestionGetPayload<{ select: typeof shownFields }>;
export type QuestionsPage = { rows: ShownQuestion[]; next: string | null };

const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
export const questionsPerPage = 20;

/** One page of a product's questions, or one of them; null where the address names none. */
export async function listQuestions(
  { db }: Pick<Reading, 'db'>,
  { productId, segments }: { productId: string; segments: readonly string[] },
): Promise<QuestionsPage | null> {
  const [word, place = '', ...more] = segments;
  if (more.length > 0 || (word !== undefined && word !== 'one' && word !== 'after')) return null;
  const from = word === 'after' ? readMoment(place) : null;
  if ((word === 'after' && !from) || (word === 'one' && !isUuid(place))) return null;
  const rows = await db.productQuestion.findMany({
    where: {
      ...{ productId, rule: null, ...(word === 'one' && { id: place }) },
      ...(from && { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] }),
    },
    orderBy: newestFirst,
    take: questionsPerPage + 1,
    select: shownFields,
  });
  if (word === 'one' && rows.length === 0) return null;
  const last = rows.length > questionsPerPage ? rows[questionsPerPage - 1]! : null;
  return { rows: rows.slice(0, questionsPerPage), next: last && writeCursor(last.createdAt, last.id) };
}

/** The newest questions of a product that were answered, few, for its own page. */
export async function listNewestQuestions(
  { db }: Pick<Reading, 'db'>,
  { productId }: { productId: string },
): Promise<ShownQuestion[]> {
  return db.productQuestion.findMany({
    where: { productId, rule: null, answers: { gt: 0 } },
    orderBy: newestFirst,
    take: 3,
    select: shownFields,
  });
}

/** Whether the actor answers shoppers' questions; null for who owns nothing. */
export async function getAnswering({ db, actor }: Reading): Promise<boolean | null> {
  const owner = memberId(actor);
  if (!owner) return null;
  const rows = await db.$queryRaw<{ willing: boolean }[]>`
    SELECT coalesce((SELECT a."willing" FROM "OwnerAnswering" a WHERE a."memberId" = m."id"), m."own") AS willing FROM members.speaker m
    WHERE m."id" = ${owner}::uuid AND EXISTS (SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = m."id")`;
  return rows[0]?.willing ?? null;
}
