import { isMember } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';
import { after, day } from '@/lib/core/time';

import { limits, mostWaitedFor } from '../limits';
import type { AskBackInStock } from '../schema';

/** Who was told has so long to buy before the next in line are told too. */
const headStart = day;

export type Told = { variantId: string; memberId: string };

/**
 * Puts the actor in line to hear when a variant of the shop that is sold out can be bought again, or takes them out. Asking twice keeps their place.
 * Refuses back-not-sold, back-already where some are open, and back-in-stock-full (most).
 */
export async function askBackInStock(ctx: Ctx, { variantId, on }: AskBackInStock): Promise<{ on: boolean }> {
  const { db, actor, now } = ctx;
  if (!isMember(actor)) throw new Refused('signed-out', 'Members wait in line');
  await spend(db, limits.backInStock, actor.id, now);
  if (!on) {
    await db.backInStockRequest.deleteMany({ where: { variantId, memberId: actor.id, toldAt: null } });
    return { on };
  }
  // Whoever moves units of it waits: nobody asks for what has just come.
  const [stocked] = await db.$queryRaw<{ open: number }[]>`
    SELECT s."open" FROM "StockedVariant" s JOIN catalog.variant v ON v."id" = s."id" JOIN catalog.product p ON p."id" = v."productId"
    WHERE s."id" = ${variantId}::uuid AND s."inShop" AND v."retiredAt" IS NULL AND p."status" = 'ACTIVE' FOR SHARE OF s`;
  if (!stocked) throw new Refused('back-not-sold', 'The shop does not sell it');
  if (stocked.open > 0) throw new Refused('back-already', 'Some are open');
  await hasRoom(ctx, { memberId: actor.id, variantId });
  await db.$executeRaw`
    INSERT INTO "BackInStockRequest" AS r ("variantId", "memberId", "askedAt") VALUES (${variantId}::uuid, ${actor.id}::uuid, ${now}::timestamptz)
    ON CONFLICT ("variantId", "memberId") DO UPDATE SET "askedAt" = EXCLUDED."askedAt", "toldAt" = NULL WHERE r."toldAt" IS NOT NULL`;
  return { on };
}

async function hasRoom({ db }: Ctx, { memberId, variantId }: Told): Promise<void> {
  // One after another: two at once would each find room for one.
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`back-in-stock ${memberId}`}, 0))::text AS held`;
  const waited = await db.backInStockRequest.count({
    where: { memberId, toldAt: null, variantId: { not: variantId } },
  });
  if (waited >= mostWaitedFor) throw new Refused('back-in-stock-full', 'No room', { values: { most: mostWaitedFor } });
}

/**
 * Takes from each line of a variant that is open again as many as there are units for, the first first, and notes that they are told. Who was told has a
 * day's head start on those behind them, or until they have bought; who is suspended is passed over and keeps their place. Nobody is taken twice, by however
 * many processes; few at a time.
 */
export async function takeFromLines(ctx: Ctx<Raw>, { limit }: { limit: number }): Promise<Told[]> {
  const ahead = countAhead(ctx.now);
  const taken = await ctx.db.$queryRaw<Told[]>`
    WITH open AS MATERIALIZED (
      SELECT s."id", s."open" - ${ahead} AS room
      FROM "StockedVariant" s JOIN catalog.variant v ON v."id" = s."id" JOIN catalog.product p ON p."id" = v."productId"
      WHERE s."inShop" AND s."open" > 0 AND v."retiredAt" IS NULL AND p."status" = 'ACTIVE'
        AND EXISTS (SELECT 1 FROM "BackInStockRequest" r WHERE r."variantId" = s."id" AND r."toldAt" IS NULL AND ${mayBuy})
        AND s."open" > ${ahead}
      ORDER BY s."id" LIMIT ${limit}::int FOR NO KEY UPDATE OF s SKIP LOCKED),
    line AS (
      SELECT r."variantId", r."memberId", row_number() OVER (PARTITION BY r."variantId" ORDER BY r."askedAt", r."memberId") AS place, o.room
      FROM open o JOIN "BackInStockRequest" r ON r."variantId" = o."id" AND r."toldAt" IS NULL AND ${mayBuy})
    UPDATE "BackInStockRequest" r SET "toldAt" = ${ctx.now}::timestamptz
    FROM (SELECT * FROM line l WHERE l.place <= l.room ORDER BY l.place LIMIT ${limit}::int) l
    WHERE r."variantId" = l."variantId" AND r."memberId" = l."memberId" AND r."toldAt" IS NULL RETURNING r."variantId", r."memberId"`;
  for (const each of taken) await ctx.emit('stock.back', each);
  return taken;
}

const mayBuy = Prisma.sql`NOT EXISTS (SELECT 1 FROM members.suspended x WHERE x."memberId" = r."memberId")`;

// How many were told of a variant and have their head start still: who has bought one since needs no other.
const countAhead = (now: Date): Prisma.Sql => Prisma.sql`(
  SELECT count(*) FROM "BackInStockRequest" t WHERE t."variantId" = s."id" AND t."toldAt" > ${after(now, -headStart)}::timestamptz
    AND NOT EXISTS (SELECT 1 FROM members.suspended x WHERE x."memberId" = t."memberId")
    AND NOT EXISTS (SELECT 1 FROM "StockHold" h JOIN orders.placed_order o ON o."id" = h."orderId" AND o."memberId" = t."memberId"
      WHERE h."variantId" = s."id" AND h."createdAt" >= t."toldAt" AND h."state" <> 'RELEASED'))`;

/** Puts who was to be told back to their place in line, where nothing is open any more. */
export async function backIntoLine({ db }: Ctx, { variantId, memberId }: Told): Promise<void> {
  await db.backInStockRequest.updateMany({ where: { variantId, memberId }, data: { toldAt: null } });
}
