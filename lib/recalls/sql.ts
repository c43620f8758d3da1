import type { Raw } from '@/lib/core/raw';
import { takeTurns } from '@/lib/core/take-turns';

/** A recall that stays as it is until the commit; nothing where there is none. */
export async function lockRecall(db: Raw, recallId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Recall" WHERE "id" = ${recallId}::uuid FOR UPDATE`;
  return rows[0]?.id;
}

/** A unit of a recall that stays as it is until the commit; nothing where there is none. */
export async function lockRecallUnit(db: Raw, recallUnitId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "RecallUnit" WHERE "id" = ${recallUnitId}::uuid FOR UPDATE`;
  return rows[0]?.id;
}

/**
 * Waits for all who are writing down that a unit was made, came in or was sent, and has those who come later wait until the commit: they find the recall
 * then (join_open_recalls). Units themselves are not locked while this is held, so nobody waits crosswise.
 */
export const holdScope = (db: Raw): Promise<void> => takeTurns(db, 'recalls:scope');

export type Rehearsed = { units: number; owned: number; owners: number; atShop: number; elsewhere: number };

/** What a recall means now: how many units, how many of them are owned, by how many members, are with the shop, or are in nobody's hands. */
export async function rehearse(db: Raw, recallId: string): Promise<Rehearsed> {
  const rows = await db.$queryRaw<Rehearsed[]>`
    SELECT count(*)::int AS units, count(o."unitId")::int AS owned, count(DISTINCT o."memberId")::int AS owners,
      (count(*) FILTER (WHERE o."unitId" IS NULL AND u."at_shop"))::int AS "atShop",
      (count(*) FILTER (WHERE o."unitId" IS NULL AND NOT u."at_shop"))::int AS elsewhere
    FROM recall_reach(${recallId}::uuid, NULL) r JOIN units.known_unit u ON u."id" = r."unitId"
      LEFT JOIN ownership.current_owner o ON o."unitId" = u."id"`;
  return rows[0]!;
}

/** Makes the list of the units of a recall, each once; answers how many are new in it. */
export async function freezeUnits(db: Raw, { recallId, now }: { recallId: string; now: Date }): Promise<number> {
  return db.$executeRaw`
    INSERT INTO "RecallUnit" ("id", "recallId", "unitId", "ownerId", "orderId", "createdAt", "changedAt")
    SELECT gen_random_uuid(), ${recallId}::uuid, r."unitId", o."memberId", o."orderId", ${now}::timestamptz, ${now}::timestamptz
    FROM recall_reach(${recallId}::uuid, NULL) r LEFT JOIN ownership.current_owner o ON o."unitId" = r."unitId"
    ON CONFLICT ("recallId", "unitId") DO NOTHING`;
}

/** Units of a recall that are not in their own histories yet, few, held until the commit; `atShop` are those that nobody owns and the shop has. */
export async function takeUnnoted(
  db: Raw,
  { recallId, limit }: { recallId: string; limit: number },
): Promise<{ id: string; unitId: string; atShop: boolean }[]> {
  return db.$queryRaw`
    SELECT x."id"::text AS id, x."unitId"::text AS "unitId",
      u."at_shop" AND NOT EXISTS (SELECT 1 FROM ownership.current_owner o WHERE o."unitId" = u."id") AS "atShop"
    FROM "RecallUnit" x JOIN units.known_unit u ON u."id" = x."unitId"
    WHERE x."recallId" = ${recallId}::uuid AND x."notedAt" IS NULL ORDER BY x."id" LIMIT ${limit} FOR UPDATE OF x SKIP LOCKED`;
}

/** Writes down who owns those units of a recall now whose owners are to be told. */
export async function followOwners(db: Raw, recallId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "RecallUnit" x SET "ownerId" = n."memberId", "orderId" = n."orderId", "linkId" = CASE WHEN x."ownerId" = n."memberId" THEN x."linkId" END
    FROM (SELECT y."id", o."memberId", o."orderId" FROM "RecallUnit" y LEFT JOIN ownership.current_owner o ON o."unitId" = y."unitId"
      WHERE y."recallId" = ${recallId}::uuid AND y."toldAt" IS NULL) n
    WHERE n."id" = x."id" AND (x."ownerId" IS DISTINCT FROM n."memberId" OR x."orderId" IS DISTINCT FROM n."orderId")`;
}

export type ToTell = {
  id: string;
  ownerId: string;
  orderId: string | null;
  linkId: string | null;
  state: 'PLANNED' | 'SENT' | 'DELIVERED';
  /** Whether their own mailbox is proved, and whether they have an account whose bell rings. */
  mailed: boolean;
  rung: boolean;
};

/** All units of a recall whose owners are to be told, of so many owners, the units of one owner together. */
export async function takeToTell(
  db: Raw,
  { recallId, owners }: { recallId: string; owners: number },
): Promise<ToTell[]> {
  return db.$queryRaw`
    SELECT x."id"::text AS id, x."ownerId"::text AS "ownerId", x."orderId"::text AS "orderId", x."linkId"::text AS "linkId", x."state"::text AS state,
      m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL AS mailed, p."id" IS NOT NULL AS rung
    FROM "RecallUnit" x JOIN members.mailbox m ON m."id" = x."ownerId" LEFT JOIN members.person p ON p."id" = x."ownerId"
    WHERE x."recallId" = ${recallId}::uuid AND x."toldAt" IS NULL AND x."state" IN ('PLANNED', 'SENT', 'DELIVERED') AND x."ownerId" IN (
      SELECT DISTINCT y."ownerId" FROM "RecallUnit" y WHERE y."recallId" = ${recallId}::uuid AND y."toldAt" IS NULL AND y."ownerId" IS NOT NULL
        AND y."state" IN ('PLANNED', 'SENT', 'DELIVERED') ORDER BY y."ownerId" LIMIT ${owners})
    ORDER BY x."ownerId", x."id" FOR UPDATE OF x`;
}

export type MailedUnit = { id: string; sent: boolean };

/** Units whose owners were mailed, with whether the mail server took it; those that wait for it less than the given time are left out. */
export async function listMailed(
  db: Raw,
  { failedBefore, limit }: { failedBefore: Date; limit: number },
): Promise<MailedUnit[]> {
  return db.$queryRaw`
    SELECT x."id"::text AS id, m."sentAt" IS NOT NULL AS sent FROM "RecallUnit" x JOIN notifications.sent_mail m ON m."key" = x."mailKey"
    WHERE x."state" = 'SENT' AND x."toldAt" IS NOT NULL AND (m."sentAt" IS NOT NULL OR m."createdAt" < ${failedBefore}::timestamptz)
    ORDER BY x."id" LIMIT ${limit}`;
}
