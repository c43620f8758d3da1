import { isMember, isStaff } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';
import { isNotOver } from '@/lib/core/scopes';
import { clock } from '@/lib/core/time';

import { publicBoard, shownThread } from './scopes';

const mostProducts = 500;

/** The boards that the reader may see, as a filter. Every query and command of the forum uses it. */
export async function visibleBoards({ db, actor }: Pick<Reading, 'db' | 'actor'>): Promise<Prisma.BoardWhereInput> {
  if (isStaff(actor)) return {};
  if (!isMember(actor)) return publicBoard;
  const owned = await db.$queryRaw<{ productId: string }[]>`
    SELECT DISTINCT o."productId" FROM ownership.current_owner o WHERE o."memberId" = ${actor.id}::uuid LIMIT ${mostProducts}`;
  const everyone: Prisma.BoardWhereInput = { visibility: { in: ['PUBLIC', 'MEMBERS'] } };
  if (owned.length === 0) return everyone;
  const products = owned.map(({ productId }) => productId);
  return { OR: [everyone, { visibility: 'OWNERS', OR: [{ productId: null }, { productId: { in: products } }] }] };
}

/** A thread's id, if the reader may see it: its board is open to them and its opening post stands. */
export async function findVisibleThread(
  reading: Pick<Reading, 'db' | 'actor'>,
  { threadId }: { threadId: string },
): Promise<{ id: string } | null> {
  return reading.db.thread.findFirst({
    where: { id: threadId, board: await visibleBoards(reading), ...shownThread },
    select: { id: true },
  });
}

/**
 * Of these members, the ids of those who may read all of these threads at this moment: their boards are open to them and
 * their opening posts stand. A notice that quotes several threads is sent to these only.
 */
export async function membersWhoCanRead(
  { db }: Pick<Reading, 'db'>,
  threadIds: string[],
  memberIds: string[],
): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM members.person m
    WHERE m."id" = ANY(${memberIds}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM unnest(${threadIds}::uuid[]) asked(id) LEFT JOIN "Thread" t ON t."id" = asked.id LEFT JOIN "Board" b ON b."id" = t."boardId"
      WHERE (${mayReadThread(Prisma.sql`m."id"`)}) IS NOT TRUE)`;
  return new Set(rows.map(({ id }) => id));
}

/** Of thread t on board b: whether a member may read it. */
export const mayReadThread = (memberId: Prisma.Sql) => Prisma.sql`
  t."shown"
  AND (b."visibility" IN ('PUBLIC', 'MEMBERS')
    OR EXISTS (SELECT 1 FROM members.staff_grant g WHERE g."memberId" = ${memberId} AND ${isNotOver(clock())})
    OR b."visibility" = 'OWNERS' AND EXISTS (
      SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = ${memberId} AND (b."productId" IS NULL OR o."productId" = b."productId")))`;
