import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inRawTransaction, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { ClaimState, OrderState, PaymentState } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';
import { clock } from '@/lib/core/time';
import { limitDigest } from '@/lib/drops/limit-digest';
import { addressWords } from '@/lib/orders/address-words';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeHold, makeOrder } from '@/tests/support/order-factories';

import type { PaymentReport } from '@/lib/orders/webhook-receipts';
import { settleAlone } from './settle-payment';
import { settleAtOnce } from './settle-batched';

const runs = { numRuns: process.env.SOAK ? 2_000 : 150 };

// Mostly as it should be, and now and then wrong: about one example in three has no fault, and one in three has one.
const mostly = <T>(right: T, ...wrong: T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const world = fc.record({
  payment: mostly<PaymentState>('OPEN', 'STARTING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'REVIEW'),
  order: mostly<OrderState>('PENDING', 'CANCELLED'),
  claim: mostly<ClaimState>('HELD', 'PAID', 'RELEASED'),
  cancelled: mostly(false, true),
  totalMoved: mostly(0, 500),
  session: mostly<'same' | 'other' | 'none'>('same', 'other', 'none'),
  money: mostly(0, -1, 100),
  currency: mostly('USD', 'EUR'),
  gateway: mostly('demo', 'stripe'),
  fingerprint: fc.constantFrom('fp_1', null),
  address: mostly<Mark>('free', 'own', 'theirs'),
  card: mostly<Mark>('free', 'own', 'theirs'),
});
type Mark = 'free' | 'own' | 'theirs';
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

type Stage = {
  dropId: string;
  claimId: string;
  theirs: string;
  orderId: string;
  paymentId: string;
  sessionId: string;
  total: number;
  address: string;
};
let stage: Stage;
beforeAll(async () => {
  const drop = await makeDrop({ units: [3] });
  const { claimId } = await makeOrder(await makeHold(drop));
  const { claimId: theirs } = await makeHold(drop);
  const order = await db.order.findFirstOrThrow({ where: { claimId }, include: { payments: true } });
  const [{ id: paymentId, sessionId }] = order.payments as [(typeof order.payments)[number]];
  stage = {
    dropId: drop.id,
    claimId,
    theirs,
    orderId: order.id,
    paymentId,
    sessionId: sessionId!,
    total: order.totalMinor,
    address: addressWords(order),
  };
});

async function bring(tx: Raw, wanted: World): Promise<void> {
  const { dropId, claimId, theirs, orderId, paymentId, sessionId, address } = stage;
  await tx.$executeRaw`UPDATE "Drop" SET "cancelledAt" = ${wanted.cancelled ? clock() : null}::timestamptz WHERE "id" = ${dropId}::uuid`;
  await tx.$executeRaw`UPDATE "Claim" SET "state" = ${wanted.claim}::"ClaimState" WHERE "id" = ${claimId}::uuid`;
  await tx.$executeRaw`UPDATE "Order" SET "state" = ${wanted.order}::"OrderState", "subtotalMinor" = "subtotalMinor" + ${wanted.totalMoved}::int,
    "totalMinor" = "totalMinor" + ${wanted.totalMoved}::int WHERE "id" = ${orderId}::uuid`;
  const session = { same: sessionId, other: 'another', none: null }[wanted.session];
  await tx.$executeRaw`UPDATE "Payment" SET "state" = ${wanted.payment}::"PaymentState", "sessionId" = ${session} WHERE "id" = ${paymentId}::uuid`;
  for (const [kind, value, mark] of [
    ['ADDRESS', address, wanted.address],
    ['PAYMENT', 'fp_1', wanted.card],
  ] as const)
    if (mark !== 'free')
      await tx.$executeRaw`INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId")
        VALUES (${dropId}::uuid, ${kind}::"LimitKind", ${limitDigest(kind, value)}, ${mark === 'own' ? claimId : theirs}::uuid)`;
}

const newsOf = ({
  money,
  currency,
  gateway,
  fingerprint,
}: World): PaymentReport & { session: NonNullable<PaymentReport['session']> } => ({
  provider: gateway,
  status: 'paid',
  session: {
    id: stage.sessionId,
    paymentId: stage.paymentId,
    amountMinor: stage.total + money,
    currency,
    paymentRef: 'ref_1',
    fingerprint,
  },
});

/** All that a settlement writes of the order, its unit and its limits. */
async function written(tx: Raw) {
  const rows = await tx.$queryRaw<object[]>`
    SELECT p."state" AS payment, p."sessionId", p."paymentRef", p."settledAt", o."state" AS order, o."paidAt", c."state" AS claim,
      ARRAY(SELECT m."kind" || m."digest" || m."claimId" FROM "LimitMark" m WHERE m."dropId" = o."dropId" ORDER BY 1) AS marks,
      ARRAY(SELECT s."kind"::text FROM "OrderStep" s WHERE s."orderId" = o."id" ORDER BY 1) AS steps,
      ARRAY(SELECT e."name" FROM "Event" e WHERE e."payload"->>'orderId' = o."id"::text ORDER BY 1) AS events,
      ARRAY(SELECT u."seq" || u."kind"::text || u."delta" FROM "UnitMovement" u WHERE u."claimId" = c."id" ORDER BY u."seq") AS units
    FROM "Payment" p JOIN "Order" o ON o."id" = p."orderId" JOIN "Claim" c ON c."id" = o."claimId" WHERE p."id" = ${stage.paymentId}::uuid`;
  return rows[0];
}

class Undo<T> extends Error {
  constructor(readonly result: T) {
    super('undone on purpose');
  }
}

/** What the settlement answers and writes, then undone; an SQL statement that refuses answers by its code. */
async function tried(wanted: World, settle: (ctx: Ctx<Raw>) => Promise<string | null | undefined>) {
  const now = new Date('2026-03-01T12:00:00.000Z');
  type Result = { outcome: string | null | undefined; rows?: object };
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

it('a payment is settled by settle_paid only when the steps one by one call it paid, and both write the same', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(world, async (wanted) => {
      const report = newsOf(wanted);
      const atOnce = await tried(wanted, async ({ db: tx, now }) => (await settleAtOnce(tx, [report], now))[0]);
      const alone = await tried(wanted, (ctx) => settleAlone(ctx, report));
      seen.add(`${atOnce.outcome} ${alone.outcome}`);
      const waited = ['STARTING', 'OPEN'].includes(wanted.payment) && wanted.order === 'PENDING';
      expect(atOnce.outcome).toBe(alone.outcome === 'paid' && waited ? 'paid' : 'MLT01');
      if (atOnce.outcome === 'paid') expect(atOnce.rows).toEqual(alone.rows);
    }),
    runs,
  );
  // The examples met both, and each kind of refusal.
  expect([...seen]).toEqual(
    expect.arrayContaining(['paid paid', 'MLT01 refunding', 'MLT01 mismatch', 'MLT01 unknown']),
  );
});
