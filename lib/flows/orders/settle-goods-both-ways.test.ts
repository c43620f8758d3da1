import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inRawTransaction, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { OrderState, PaymentState, StockHoldState } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';
import { makeCartOrder, makeShop } from '@/tests/support/cart-factories';

import { settleGoodsAtOnce } from './settle-batched';
import { settleAlone } from './settle-payment';

const runs = { numRuns: process.env.SOAK ? 1_000 : 100 };

const mostly = <T>(right: T, ...wrong: T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const world = fc.record({
  payment: mostly<PaymentState>('OPEN', 'STARTING', 'PAID', 'FAILED', 'EXPIRED', 'REVIEW'),
  order: mostly<OrderState>('PENDING', 'CANCELLED'),
  holds: mostly<StockHoldState>('HELD', 'SOLD'),
  another: mostly<PaymentState | null>(null, 'PAID', 'EXPIRED'),
  totalMoved: mostly(0, 500),
  session: mostly<'same' | 'other' | 'none'>('same', 'other', 'none'),
  money: mostly(0, -1, 100),
  gateway: mostly('demo', 'stripe'),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

let stage: { orderId: string; paymentId: string; sessionId: string; total: number; currency: string };
beforeAll(async () => {
  const [a, b] = (await makeShop(3, 3)).variantIds as [string, string];
  const { orderId } = await makeCartOrder([
    [a, 2],
    [b, 1],
  ]);
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: true } });
  const [{ id: paymentId, sessionId }] = order.payments as [(typeof order.payments)[number]];
  stage = { orderId, paymentId, sessionId: sessionId!, total: order.totalMinor, currency: order.currency };
});

async function bring(tx: Raw, { payment, order, holds, another, totalMoved, session }: World): Promise<void> {
  const { orderId, paymentId, sessionId } = stage;
  const known = { same: sessionId, other: 'another', none: null }[session];
  await tx.$executeRaw`UPDATE "Payment" SET "state" = ${payment}::"PaymentState", "sessionId" = ${known} WHERE "id" = ${paymentId}::uuid`;
  await tx.$executeRaw`UPDATE "Order" SET "state" = ${order}::"OrderState", "subtotalMinor" = "subtotalMinor" + ${totalMoved}::int,
    "totalMinor" = "totalMinor" + ${totalMoved}::int WHERE "id" = ${orderId}::uuid`;
  if (holds === 'SOLD')
    await tx.$executeRaw`UPDATE "StockHold" SET "state" = 'SOLD' WHERE "orderId" = ${orderId}::uuid`;
  if (another)
    await tx.$executeRaw`
      INSERT INTO "Payment" ("id", "orderId", "provider", "state", "amountMinor", "currency", "createdAt")
      SELECT gen_random_uuid(), "orderId", "provider", ${another}::"PaymentState", "amountMinor", "currency", "createdAt" FROM "Payment" WHERE "id" = ${paymentId}::uuid`;
}

/** All that a settlement writes of the order and its stock. */
async function written(tx: Raw) {
  const rows = await tx.$queryRaw<object[]>`
    SELECT p."state" AS payment, p."sessionId", p."paymentRef", p."settledAt", o."state" AS order, o."paidAt",
      ARRAY(SELECT s."kind"::text FROM "OrderStep" s WHERE s."orderId" = o."id" ORDER BY 1) AS steps,
      ARRAY(SELECT e."name" FROM "Event" e WHERE e."payload"->>'orderId' = o."id"::text ORDER BY 1) AS events,
      ARRAY(SELECT h."state"::text || h."units" FROM "StockHold" h WHERE h."orderId" = o."id" ORDER BY 1) AS holds,
      ARRAY(SELECT m."cause"::text || m."units" || coalesce(m."key", '') FROM "StockMove" m WHERE m."orderId" = o."id" ORDER BY 1) AS moves
    FROM "Payment" p JOIN "Order" o ON o."id" = p."orderId" WHERE p."id" = ${stage.paymentId}::uuid`;
  return rows[0];
}

class Undo<T> extends Error {
  constructor(readonly result: T) {
    super('undone on purpose');
  }
}

type Result = { outcome: string | null | undefined; rows?: object };

async function tried(wanted: World, settle: (ctx: Ctx<Raw>) => Promise<string | null | undefined>): Promise<Result> {
  const now = new Date('2026-03-01T12:00:00.000Z');
  const work = async (ctx: Ctx<Raw>): Promise<Result> => {
    await bring(ctx.db, wanted);
    const outcome = await settle(ctx).catch((error: { code?: string }) => {
      if (error.code === 'MLT01') return 'MLT01';
      throw error;
    });
    throw new Undo<Result>(outcome === 'MLT01' ? { outcome } : { outcome, rows: await written(ctx.db) });
  };
  return inRawTransaction(system, work, { now }).catch((error: unknown) => {
    if (error instanceof Undo) return error.result as Result;
    throw error;
  });
}

it('an order of the shop is settled with others only when the steps one by one call it paid, and both write the same', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(world, async (wanted) => {
      const { sessionId: id, paymentId, total, currency } = stage;
      const session = { id, paymentId, amountMinor: total + wanted.money, currency, paymentRef: 'ref_1' };
      const report = { provider: wanted.gateway, status: 'paid' as const, session: { ...session, fingerprint: null } };
      const atOnce = await tried(wanted, async ({ db: tx, now }) => (await settleGoodsAtOnce(tx, [report], now))[0]);
      const alone = await tried(wanted, (ctx) => settleAlone(ctx, report));
      seen.add(`${atOnce.outcome} ${alone.outcome}`);
      const waited =
        ['STARTING', 'OPEN'].includes(wanted.payment) && wanted.order === 'PENDING' && wanted.holds === 'HELD';
      expect(atOnce.outcome).toBe(alone.outcome === 'paid' && waited ? 'paid' : 'MLT01');
      if (atOnce.outcome === 'paid') expect(atOnce.rows).toEqual(alone.rows);
    }),
    runs,
  );
  expect([...seen]).toEqual(
    expect.arrayContaining(['paid paid', 'MLT01 refunding', 'MLT01 mismatch', 'MLT01 unknown']),
  );
});
