import { isMember, isStaff } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';
import { isNotOver } from '@/lib/core/scopes';
import { clock } from '@/lib/core/time';

import type { Standing } from './rules';
import { isPublicBoard as isPublicInSql, publicBoard, shownThread } from './scopes';

const mostProducts = 500;

/** The boards that the reader may see, as a filter. Every query and command of the forum uses it. */
export async function visibleBoards(reading: Pick<Reading, 'db' | 'actor'>): Promise<Prisma.BoardWhereInput> {
  return (await readerOf(reading)).boards;
}

/** The reader with what rules ask of them, and the boards that they may see. One statement for a member, none for others. */
export async function readerOf({
  db,
  actor,
}: Pick<Reading, 'db' | 'actor'>): Promise<Standing & { boards: Prisma.BoardWhereInput }> {
  if (isStaff(actor)) return { actor, owned: [], boards: {} };
  if (!isMember(actor)) return { actor, owned: [], boards: publicBoard };
  const rows = await db.$queryRaw<{ productId: string }[]>`
    SELECT DISTINCT o."productId" FROM ownership.current_owner o WHERE o."memberId" = ${actor.id}::uuid LIMIT ${mostProducts}`;
  const owned = rows.map(({ productId }) => productId);
  return { actor, owned, boards: { rules: { some: readingRule(actor.trust, owned) } } };
}

function readingRule(trust: number, owned: string[]): Prisma.BoardRuleWhereInput {
  const who: Prisma.BoardRuleWhereInput[] = [{ who: { in: ['EVERYONE', 'MEMBERS'] } }];
  if (owned.length > 0) who.push({ who: 'OWNERS', board: { OR: [{ productId: null }, { productId: { in: owned } }] } });
  return { verb: 'READ', trust: { lte: trust }, OR: who };
}

/** A thread's id, if the reader may see it: its board is open to them and its opening post stands. `archived` says that nobody writes there. */
export async function findVisibleThread(
  reading: Pick<Reading, 'db' | 'actor'>,
  { threadId }: { threadId: string },
): Promise<{ id: string; archived: boolean } | null> {
  const thread = await reading.db.thread.findFirst({
    where: { id: threadId, board: await visibleBoards(reading), ...shownThread },
    select: { id: true, board: { select: { archive: { select: { boardId: true } } } } },
  });
  return thread && { id: thread.id, archived: thread.board.archive !== null };
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
export const mayReadThread = (memberId: Prisma.Sql) => Prisma.sql`t."shown" AND (${mayReadBoard(memberId)})`;

/** Whether a member may read board b. */
export const mayReadBoard = (memberId: Prisma.Sql) => Prisma.sql`
  ${isPublicInSql}
  OR EXISTS (SELECT 1 FROM members.staff_grant g WHERE g."memberId" = ${memberId} AND ${isNotOver(clock())})
  OR EXISTS (
    SELECT 1 FROM "BoardRule" r JOIN members.person reader ON reader."id" = ${memberId}
    WHERE r."boardId" = b."id" AND r."verb" = 'READ' AND reader."trust" >= r."trust"
      AND (r."who" = 'MEMBERS' OR r."who" = 'OWNERS' AND EXISTS (
        SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = reader."id" AND (b."productId" IS NULL OR o."productId" = b."productId"))))`;
