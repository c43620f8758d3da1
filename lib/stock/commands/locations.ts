import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { canEditStock } from '../policy';
import { mostLocations, type LocationInput } from '../schema';

/** Adds a place where goods lie, or changes one; refuses who saw an older version, a name that is taken, and one place too many. */
export async function saveLocation(ctx: Ctx, { locationId, shown, ...data }: LocationInput): Promise<{ id: string }> {
  allow(canEditStock(ctx.actor));
  await takeTurns(ctx.db, 'stock:locations');
  const same = await ctx.db.stockLocation.findUnique({ where: { name: data.name }, select: { id: true } });
  if (same && same.id !== locationId)
    throw new Refused('location-name', 'Another place has that name', { field: 'name' });
  const id = locationId ? await change(ctx, { id: locationId, shown, data }) : await add(ctx, data);
  const act = locationId ? 'stock.changeLocation' : 'stock.addLocation';
  await audit(ctx, { act, subject: ['location', id], detail: { name: data.name } });
  return { id };
}

/** Closes a place for good: nothing lies there any more, nor is on its way to it. Closing it again changes nothing. */
export async function closeLocation(ctx: Ctx, { locationId }: { locationId: string }): Promise<void> {
  allow(canEditStock(ctx.actor));
  // Whoever moves units there holds its row; whoever sells from there holds the variant's, so the place is looked at under both.
  const [place] = await ctx.db.$queryRaw<{ name: string; closedAt: Date | null }[]>`
    SELECT "name", "closedAt" FROM "StockLocation" WHERE "id" = ${locationId}::uuid FOR UPDATE`;
  const { name, closedAt } = found(place, 'location');
  if (closedAt) return;
  const lying = await ctx.db.stockAccount.aggregate({ where: { locationId }, _sum: { units: true } });
  const units = lying._sum.units ?? 0;
  if (units > 0) throw new Refused('location-not-empty', 'Units lie there', { values: { units } });
  await ctx.db.stockLocation.update({
    where: { id: locationId },
    data: { closedAt: ctx.now, version: { increment: 1 } },
  });
  await audit(ctx, { act: 'stock.closeLocation', subject: ['location', locationId], detail: { name } });
}

type Data = Omit<LocationInput, 'locationId' | 'shown'>;

async function add(ctx: Ctx, data: Data): Promise<string> {
  if ((await ctx.db.stockLocation.count({ where: { closedAt: null } })) >= mostLocations)
    throw new Refused('locations-full', 'There are many places already', { values: { most: mostLocations } });
  const { id } = await ctx.db.stockLocation.create({ data: { ...data, createdAt: ctx.now }, select: { id: true } });
  return id;
}

async function change(ctx: Ctx, { id, shown, data }: { id: string; shown: number; data: Data }): Promise<string> {
  const before = found(await ctx.db.stockLocation.findUnique({ where: { id, closedAt: null } }), 'location');
  const { count } = await ctx.db.stockLocation.updateMany({
    where: { id, version: shown },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Refused('location-changed', 'Somebody else changed it');
  if (before.sells !== data.sells) await countOpenAt(ctx, id);
  return id;
}

// What is open at places that sell is kept with each variant.
async function countOpenAt({ db }: Ctx, locationId: string): Promise<void> {
  const variants = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "StockedVariant" s WHERE s."id" IN (
      SELECT a."variantId" FROM "StockAccount" a WHERE a."locationId" = ${locationId}::uuid AND a."kind" = 'OPEN')
    ORDER BY s."id" FOR NO KEY UPDATE`;
  await db.$executeRaw`
    UPDATE "StockedVariant" s SET "open" = open_stock(s."id")
    WHERE s."id" = ANY (${variants.map(({ id }) => id)}::uuid[])`;
}
