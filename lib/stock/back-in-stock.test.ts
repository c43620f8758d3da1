import { describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inRawTransaction, reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { tellBackInStock } from '@/lib/flows/stock/tell-back-in-stock';
import { cartOrderFor, makeShop, put } from '@/tests/support/cart-factories';
import { withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { makeFans } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { askBackInStock as command, takeFromLines } from './commands';
import { moveStock } from './move-stock';
import { mostWaitedFor } from './limits';
import { listWaitedFor } from './queries/back-in-stock';

const ask = (actor: SignedIn, variantId: string, on = true) => transact(command)(actor, { variantId, on });

/** A variant of the shop that is sold out, with its place. */
async function soldOut() {
  const { variantIds, places } = await makeShop(1);
  const variantId = variantIds[0]!;
  await move(variantId, places[0]!, 1, 'out');
  return { variantId, locationId: places[0]! };
}

const move = (variantId: string, place: string, units: number, way: 'in' | 'out') =>
  inRawTransaction(system, (ctx) =>
    moveStock(ctx, [
      way === 'in'
        ? { variantId, units, cause: 'RECEIVED', from: { kind: 'SUPPLIER' }, to: { kind: 'OPEN', place } }
        : { variantId, units, cause: 'SCRAPPED', from: { kind: 'OPEN', place }, to: { kind: 'SCRAP' } },
    ]),
  );

const told = async (variantId: string) =>
  (
    await db.backInStockRequest.findMany({
      where: { variantId, toldAt: { not: null } },
      orderBy: { askedAt: 'asc' },
      select: { memberId: true },
    })
  ).map(({ memberId }) => memberId);

const noticesOf = async (members: SignedIn[]) =>
  db.notification.count({ where: { memberId: { in: members.map(({ id }) => id) }, kind: 'stock.back' } });

/** Members in line, the first first. */
async function line(variantId: string, count: number) {
  const fans = await makeFans(count);
  for (const fan of fans) await ask(fan, variantId);
  return fans;
}

describe('the line for what is sold out', () => {
  it('is for what the shop sells and has none of, keeps a place, and gives it up', async () => {
    const { variantId, locationId } = await soldOut();
    const [fan] = (await makeFans(1)) as [SignedIn];
    await ask(fan, variantId);
    const { askedAt } = await db.backInStockRequest.findFirstOrThrow({ where: { memberId: fan.id } });
    await ask(fan, variantId);
    expect(await db.backInStockRequest.findMany({ where: { memberId: fan.id } })).toMatchObject([{ askedAt }]);
    const { variant } = await db.stockedVariant.findUniqueOrThrow({
      where: { id: variantId },
      select: { variant: { select: { product: { select: { handle: true } } } } },
    });
    expect(await listWaitedFor(reading(fan), variant.product)).toEqual([variantId]);
    await ask(fan, variantId, false);
    expect(await listWaitedFor(reading(fan), variant.product)).toEqual([]);
    await move(variantId, locationId, 1, 'in');
    expect(await refusal(ask(fan, variantId))).toBe('back-already');
    await db.stockedVariant.update({ where: { id: variantId }, data: { inShop: false } });
    expect(await refusal(ask(fan, variantId))).toBe('back-not-sold');
  });

  it('is told in its order, as many as there are units for, the others a day later', async () => {
    const { variantId, locationId } = await soldOut();
    const fans = await line(variantId, 5);
    const now = clock();
    await tellBackInStock(now);
    expect(await told(variantId)).toEqual([]);
    await move(variantId, locationId, 2, 'in');
    await tellBackInStock(now);
    await tellBackInStock(after(now, hour));
    expect(await told(variantId)).toEqual(fans.slice(0, 2).map(({ id }) => id));
    await tellBackInStock(after(now, 25 * hour));
    expect(await told(variantId)).toEqual(fans.slice(0, 4).map(({ id }) => id));
    await runJobs();
    expect(await noticesOf(fans)).toBe(4);
    // Who was told and asks again is last.
    await db.stockedVariant.update({ where: { id: variantId }, data: { open: 0 } });
    await ask(fans[0]!, variantId);
    const waiting = await db.backInStockRequest.findMany({
      where: { variantId, toldAt: null },
      orderBy: { askedAt: 'asc' },
    });
    expect(waiting.map(({ memberId }) => memberId)).toEqual([fans[4]!.id, fans[0]!.id]);
  });

  it('keeps the place of who would hear of what is gone again', async () => {
    const { variantId, locationId } = await soldOut();
    const fans = await line(variantId, 1);
    await move(variantId, locationId, 1, 'in');
    await tellBackInStock(clock());
    await move(variantId, locationId, 1, 'out');
    await runJobs();
    expect(await noticesOf(fans)).toBe(0);
    expect(await told(variantId)).toEqual([]);
  });

  it('counts who was told and has bought no more: what comes in then is for the next', async () => {
    const { variantId, locationId } = await soldOut();
    const fans = await line(variantId, 4);
    const now = clock();
    await move(variantId, locationId, 2, 'in');
    await tellBackInStock(now);
    await put(fans[0]!, variantId, 1);
    const { number } = await placeCartOrder(fans[0]!, await cartOrderFor(fans[0]!));
    await tellBackInStock(after(now, hour));
    expect((await told(variantId)).length).toBe(2);
    await move(variantId, locationId, 1, 'in');
    await tellBackInStock(after(now, 2 * hour));
    expect(await told(variantId)).toEqual(fans.slice(0, 3).map(({ id }) => id));
    // An order that ends unpaid gives its unit back, and its buyer the head start.
    await withdrawOrder(fans[0]!, { number });
    await tellBackInStock(after(now, 3 * hour));
    expect((await told(variantId)).length).toBe(3);
  });

  it('passes over who is suspended, who keeps their place', async () => {
    const { variantId, locationId } = await soldOut();
    const fans = await line(variantId, 2);
    const now = clock();
    const { id } = await db.suspension.create({
      data: { memberId: fans[0]!.id, byId: fans[1]!.id, reason: 'Spam', at: now },
      select: { id: true },
    });
    await move(variantId, locationId, 1, 'in');
    await tellBackInStock(now);
    expect(await told(variantId)).toEqual([fans[1]!.id]);
    await db.suspension.update({ where: { id }, data: { liftedAt: now } });
    await tellBackInStock(after(now, 25 * hour));
    expect(await told(variantId)).toEqual(fans.map((fan) => fan.id));
  });

  it('is not held up by lines of variants whose units are spoken for', async () => {
    await db.backInStockRequest.deleteMany();
    const variants = [await soldOut(), await soldOut()].toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
    const [first, second] = variants as [(typeof variants)[number], (typeof variants)[number]];
    for (const { variantId, locationId } of variants) await move(variantId, locationId, 1, 'in');
    await db.stockedVariant.updateMany({ data: { open: 0 }, where: { id: { in: variants.map((v) => v.variantId) } } });
    await line(first.variantId, 2);
    await line(second.variantId, 1);
    await db.stockedVariant.updateMany({ data: { open: 1 }, where: { id: { in: variants.map((v) => v.variantId) } } });
    const take = () => inRawTransaction(system, (ctx) => takeFromLines(ctx, { limit: 1 }));
    expect((await take()).map(({ variantId }) => variantId)).toEqual([first.variantId]);
    expect((await take()).map(({ variantId }) => variantId)).toEqual([second.variantId]);
  });

  it('says nothing of what is sold no more by then', async () => {
    const { variantId, locationId } = await soldOut();
    const fans = await line(variantId, 1);
    await move(variantId, locationId, 1, 'in');
    await tellBackInStock(clock());
    await db.variant.update({ where: { id: variantId }, data: { retiredAt: clock() } });
    await runJobs();
    expect(await noticesOf(fans)).toBe(0);
    expect(await told(variantId)).toEqual([]);
  });

  it('has no room for one more, and none is needed to ask twice', async () => {
    const { variantId } = await soldOut();
    const { variantId: another } = await soldOut();
    const [fan] = (await line(variantId, 1)) as [SignedIn];
    await db.$executeRaw`
      INSERT INTO "Variant" SELECT (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'sku', NULL, 'gtin', NULL, 'position', 1000 + n))).*
      FROM "Variant" v, generate_series(1, ${mostWaitedFor - 1}::int) n WHERE v."id" = ${variantId}::uuid`;
    await db.$executeRaw`
      INSERT INTO "StockedVariant" SELECT (jsonb_populate_record(s, jsonb_build_object('id', v."id"))).* FROM "StockedVariant" s, "Variant" v
      WHERE s."id" = ${variantId}::uuid AND v."position" > 1000 AND v."productId" = (SELECT "productId" FROM "Variant" WHERE "id" = ${variantId}::uuid)`;
    await db.$executeRaw`
      INSERT INTO "BackInStockRequest" ("variantId", "memberId", "askedAt") SELECT s."id", ${fan.id}::uuid, now() FROM "StockedVariant" s
      JOIN "Variant" v ON v."id" = s."id" AND v."position" > 1000 AND v."productId" = (SELECT "productId" FROM "Variant" WHERE "id" = ${variantId}::uuid)`;
    expect(await refusal(ask(fan, another))).toBe('back-in-stock-full');
    expect(await refusal(ask(fan, variantId))).toBe('done');
    await db.variant.deleteMany({
      where: { position: { gt: 1000 }, stocked: { waiting: { some: { memberId: fan.id } } } },
    });
  });

  it('tells nobody twice and nobody too many, however many processes look', async () => {
    const { variantId, locationId } = await soldOut();
    const fans = await line(variantId, 8);
    await move(variantId, locationId, 5, 'in');
    const take = () => inRawTransaction(system, (ctx) => takeFromLines(ctx, { limit: 200 }));
    const taken = (await Promise.all(Array.from({ length: 6 }, take)))
      .flat()
      .filter((each) => each.variantId === variantId);
    expect(taken).toHaveLength(5);
    expect((await told(variantId)).toSorted()).toEqual(
      fans
        .slice(0, 5)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('would tell more than there are units for, if the variant were not held (control)', async () => {
    const { variantId, locationId } = await soldOut();
    await line(variantId, 8);
    await move(variantId, locationId, 2, 'in');
    // Two that count before either writes, as without the lock.
    const room = `SELECT s."open" - (SELECT count(*) FROM "BackInStockRequest" t WHERE t."variantId" = s."id" AND t."toldAt" IS NOT NULL)::int AS room
      FROM "StockedVariant" s WHERE s."id" = $1`;
    const rooms = await Promise.all([pool.query(room, [variantId]), pool.query(room, [variantId])]);
    for (const { rows } of rooms)
      await pool.query(
        `UPDATE "BackInStockRequest" SET "toldAt" = now() WHERE ("variantId", "memberId") IN
          (SELECT "variantId", "memberId" FROM "BackInStockRequest" WHERE "variantId" = $1 AND "toldAt" IS NULL ORDER BY "askedAt" LIMIT $2)`,
        [variantId, (rows as { room: number }[])[0]!.room],
      );
    expect((await told(variantId)).length).toBe(4);
  });
});
