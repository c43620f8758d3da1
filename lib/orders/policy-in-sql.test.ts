import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { spend, useOf } from '@/lib/core/limits';
import type { ClaimState, OrderState } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';
import { after, minute } from '@/lib/core/time';
import { address } from '@/tests/support/addresses';
import { makeHold, type Held } from '@/tests/support/order-factories';
import { soldHere } from '@/tests/support/market';
import { undone } from '@/tests/support/undone';

import { canCheckOut, type HeldUnit } from './policy';
import { totalsOf } from './schema';
import { insertOrders, type NewOrder } from './sql';

// Whether a unit may be ordered, and how often its buyer may try, is said in TypeScript and once more in place_orders.

const runs = { numRuns: process.env.SOAK ? 2_000 : 150 };
const noon = new Date('2026-03-01T12:00:00.000Z');
const at = (minutes: number) => after(noon, minutes * minute);
const limit = { name: 'checkout', count: 3, seconds: 600 };

let held: Held;
beforeAll(async () => void (held = await makeHold()));

const unit = (more: Partial<HeldUnit> = {}): HeldUnit => ({
  claimId: held.claimId,
  dropId: held.drop.id,
  memberId: held.buyer.id,
  state: 'HELD',
  heldUntil: at(1),
  dropCancelled: false,
  variantId: held.drop.variantIds[0]!,
  title: 'Open earphones',
  priceMinor: 12_900,
  currency: 'USD',
  taxIncluded: null,
  grams: 0,
  ...more,
});
const order = (unitHeld: HeldUnit, more: Partial<NewOrder> = {}): NewOrder => ({
  held: unitHeld,
  address,
  ...{ soldIn: { market: soldHere.market, version: soldHere.marketVersion }, terms: soldHere.terms },
  totals: totalsOf(12_900, 900, soldHere.terms.tax),
  line: { netMinor: 12_900, taxMinor: 0 },
  locale: 'en',
  number: randomUUID(),
  provider: 'demo',
  ...more,
});

const orders = async (db: Raw): Promise<number> =>
  (
    await db.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM "Order" WHERE "claimId" = ${held.claimId}::uuid`
  )[0]!.count;

/** Whether the orders were written; the refusal of the statement ends its transaction. */
const writes = (db: Raw, wanted: NewOrder): Promise<boolean> =>
  insertOrders(db, [wanted], noon).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code !== 'MLT01') throw error;
      return false;
    },
  );

const world = fc.record({
  state: fc.constantFrom<ClaimState>('HELD', 'HELD', 'HELD', 'PAID', 'RELEASED'),
  heldUntil: fc.integer({ min: -1, max: 3 }).map(at),
  dropCancelled: fc.constantFrom(false, false, false, true),
  others: fc.constantFrom(false, false, false, true),
  before: fc.constantFrom<(OrderState | null)[]>(
    null,
    null,
    'PENDING',
    'PAID',
    'SHIPPED',
    'DELIVERED',
    'CANCELLED',
    'REFUNDED',
  ),
});

it('place_orders writes an order of just what may be checked out by its holder and has no living order', async () => {
  const seen = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(world, async ({ before, others, ...stands }) => {
      const wrote = await undone(async (db) => {
        if (before) {
          await db.$executeRaw`UPDATE "Claim" SET "heldUntil" = ${at(1)} WHERE "id" = ${held.claimId}::uuid`;
          await insertOrders(db, [order(unit())], noon);
          await db.$executeRaw`UPDATE "Order" SET "state" = ${before}::"OrderState" WHERE "claimId" = ${held.claimId}::uuid`;
        }
        await db.$executeRaw`UPDATE "Claim" SET "state" = ${stands.state}::"ClaimState", "heldUntil" = ${stands.heldUntil} WHERE "id" = ${held.claimId}::uuid`;
        await db.$executeRaw`UPDATE "Drop" SET "cancelledAt" = ${stands.dropCancelled ? noon : null}::timestamptz WHERE "id" = ${held.drop.id}::uuid`;
        const wrote = await writes(db, order(unit(others ? { memberId: randomUUID() } : {})));
        if (wrote) expect(await orders(db)).toBe(before ? 2 : 1);
        return wrote;
      });
      const living = before !== null && before !== 'CANCELLED' && before !== 'REFUNDED';
      seen.add(wrote);
      expect(wrote).toBe(canCheckOut(stands, noon) && !others && !living);
    }),
    runs,
  );
  expect(seen.size).toBe(2);
});

const bucket = fc.option(
  fc.record({ count: fc.integer({ min: 0, max: limit.count + 1 }), resetsAt: fc.integer({ min: -1, max: 1 }).map(at) }),
  { freq: 4 },
);

it('place_orders counts a try as spend does, and refuses the same ones', async () => {
  const use = useOf(limit, 'subject', noon);
  const read = (db: Raw) =>
    db.$queryRaw<object[]>`SELECT "count", "resetsAt" FROM "RateBucket" WHERE "key" = ${use.key}`;
  const bring = async (db: Raw, found: { count: number; resetsAt: Date } | null) => {
    await db.$executeRaw`UPDATE "Claim" SET "heldUntil" = ${at(1)} WHERE "id" = ${held.claimId}::uuid`;
    if (found)
      await db.$executeRaw`INSERT INTO "RateBucket" ("key", "count", "resetsAt") VALUES (${use.key}, ${found.count}::int, ${found.resetsAt})`;
  };
  const seen = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(bucket, async (found) => {
      const inSql = await undone(async (db) => {
        await bring(db, found);
        return (await writes(db, order(unit(), { spent: use }))) ? read(db) : 'refused';
      });
      const inTypeScript = await undone(async (db) => {
        await bring(db, found);
        return spend(db, limit, 'subject', noon).then(
          () => read(db),
          () => 'refused' as const,
        );
      });
      seen.add(inSql === 'refused');
      expect(inSql).toEqual(inTypeScript);
    }),
    runs,
  );
  expect(seen.size).toBe(2);
});
