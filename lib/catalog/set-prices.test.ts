import { setTimeout } from 'node:timers/promises';

import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db, pool, type Db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { amount, mostMinor } from '@/lib/core/money';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';
import { after, clock, day } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { beginPrices, saveProduct, setPrices, withdrawPrice } from './commands';
import type { PriceReason } from './choices/price-story';
import { putPrice } from './commands/put-price';
import { getProduct } from './queries';
import { getProductToEdit } from './queries/staff-products';

const save = transact(saveProduct);
const setAll = transact(setPrices);
const set = (actor: SignedIn, { variantId: one, ...price }: ReturnType<typeof usd>) =>
  setAll(actor, { variantIds: [one], ...price });
const withdraw = transact(withdrawPrice);
const variants = [{ title: 'One', priceMinor: 19_900, currency: 'USD' }];
let editor: SignedIn;
let variantId: string;

beforeAll(async () => void (editor = await makeMember({ roles: ['PRODUCT_OWNER'] })));
beforeEach(async () => {
  await db.product.deleteMany();
  await save(system, { handle: 'thing', title: 'A thing', status: 'ACTIVE', variants });
  variantId = (await db.variant.findFirstOrThrow()).id;
});

type More = { from?: Date; until?: Date; currency?: string; reason?: PriceReason };
const usd = (amountMinor: number, more: More = {}) => ({ variantId, currency: 'USD', amountMinor, ...more });

const shownAt = async (at: Date) => (await getProduct(reading(editor, at), { handle: 'thing' }))?.variants[0];
const costs = async (at: Date) =>
  (await getProduct(reading(editor, at), { handle: 'thing' }))?.variants.map(({ priceMinor }) => priceMinor);

describe('a price', () => {
  it('begins at its moment, ends at its other, and what held before goes on', async () => {
    const now = clock();
    await set(editor, usd(14_900, { from: after(now, day), until: after(now, 3 * day) }));
    expect(await costs(now)).toEqual([19_900]);
    expect(await costs(after(now, day))).toEqual([14_900]);
    expect(await costs(after(now, 3 * day - 1))).toEqual([14_900]);
    expect(await costs(after(now, 3 * day))).toEqual([19_900]);
    await set(editor, usd(9_900, { from: after(now, 2 * day) }));
    expect(await costs(after(now, 2 * day - 1))).toEqual([14_900]);
    expect(await costs(after(now, 9 * day))).toEqual([9_900]);
    expect(await costs(new Date(1_000))).toEqual([19_900]);
  });

  it('leaves the past as it was, and other currencies alone', async () => {
    const early = refusal(set(editor, usd(1, { from: after(clock(), -day) })));
    const backwards = refusal(set(editor, usd(1, { from: after(clock(), 2 * day), until: after(clock(), day) })));
    expect(await Promise.all([early, backwards])).toEqual(['price-in-past', 'price-ends-early']);
    await set(editor, usd(18_000, { currency: 'EUR', until: after(clock(), day) }));
    expect(await costs(clock())).toEqual([19_900]);
    expect(await db.price.count()).toBe(2);
  });

  it('comes from an import as a new one, and the old one stays in the history', async () => {
    await save(system, { handle: 'thing', title: 'A thing', status: 'ACTIVE', variants });
    expect(await db.price.count()).toBe(1);
    await save(system, {
      handle: 'thing',
      title: 'A thing',
      status: 'ACTIVE',
      variants: [{ ...variants[0]!, priceMinor: 5 }],
    });
    const prices = await db.price.findMany({ orderBy: { from: 'asc' } });
    expect(prices.map(({ amountMinor, until }) => [amountMinor, until === null])).toEqual([
      [19_900, false],
      [5, true],
    ]);
  });

  it('may be larger than PostgreSQL’s integer, up to the bound, and is a number everywhere', async () => {
    await set(editor, usd(mostMinor));
    expect(await costs(clock())).toEqual([mostMinor]);
    await expect(set(editor, usd(mostMinor + 1))).rejects.toThrow();
    const row = { variantId, currency: 'EUR', amountMinor: mostMinor + 1, from: clock() };
    await expect(db.price.create({ data: row })).rejects.toThrow('Price_bounded');
    expect(() => amount(2n ** 53n)).toThrow(RangeError);
  });
});

const amounts = async () => {
  const rows = await db.price.findMany({ orderBy: { from: 'asc' } });
  return rows.map(({ amountMinor, reason }) => `${reason} ${amountMinor}`);
};

describe('a phase', () => {
  it('costs less than usual, stands beside the regular price, and gives way to it at its end', async () => {
    const until = after(clock(), 3 * day);
    expect(await refusal(set(editor, usd(19_900, { reason: 'OFFER', until })))).toBe('price-no-reduction');
    await setAll(editor, { variantIds: [variantId], currency: 'USD', percentOff: 25, reason: 'LAUNCH', until });
    const [now, later] = await Promise.all([clock(), until].map((at) => shownAt(at)));
    expect(now).toMatchObject({ priceMinor: 14_925, compareAtMinor: 19_900 });
    expect(now!.phase).toEqual({ reason: 'LAUNCH', until, thenMinor: 19_900 });
    expect(later).toMatchObject({ priceMinor: 19_900, phase: null, priorMinor: null });
  });

  it('stays where the regular price is saved anew, and the new one comes after it', async () => {
    const [from, until] = [after(clock(), day), after(clock(), 2 * day)];
    await set(editor, usd(9_900, { reason: 'OFFER', from, until }));
    await set(editor, usd(25_000, { from: after(clock(), 5 * day) }));
    const again = (priceMinor: number) =>
      save(system, {
        handle: 'thing',
        title: 'A thing',
        status: 'ACTIVE',
        variants: [{ ...variants[0]!, priceMinor }],
      });
    await again(19_900);
    expect(await amounts()).toEqual(['REGULAR 19900', 'OFFER 9900', 'REGULAR 19900', 'REGULAR 25000']);
    await again(18_000);
    expect([await costs(from), await costs(until), await costs(after(clock(), 9 * day))]).toEqual([
      [9_900],
      [18_000],
      [18_000],
    ]);
    const toEdit = await getProductToEdit(reading(editor, from), { id: (await db.product.findFirstOrThrow()).id });
    expect(toEdit?.variants.map(({ priceMinor }) => priceMinor)).toEqual([18_000]);
  });

  it('is taken back while it is planned, and ended while it holds', async () => {
    const before = await amounts();
    await set(editor, usd(9_900, { reason: 'OFFER', from: after(clock(), day), until: after(clock(), 2 * day) }));
    const [planned] = await db.price.findMany({ where: { reason: 'OFFER' } });
    await withdraw(editor, { priceId: planned!.id });
    expect(await amounts()).toEqual(before);
    expect(await db.price.count({ where: { until: null } })).toBe(1);
    await set(editor, usd(9_900, { reason: 'OFFER', until: after(clock(), 2 * day) }));
    expect(await costs(clock())).toEqual([9_900]);
    const [running] = await db.price.findMany({ where: { reason: 'OFFER' } });
    await withdraw(editor, { priceId: running!.id });
    expect([await costs(after(clock(), 1)), await costs(after(clock(), 3 * day))]).toEqual([[19_900], [19_900]]);
    const again = await refusal(withdraw(editor, { priceId: running!.id }));
    const regular = (await db.price.findMany({ where: { until: null } }))[0]!;
    expect([again, await refusal(withdraw(editor, { priceId: regular.id }))]).toEqual(['price-over', 'price-regular']);
  });

  it('is told once when it begins, by however many processes, and nothing is told of a first price', async () => {
    await set(editor, usd(9_900, { reason: 'OFFER', until: after(clock(), day) }));
    const begin = (now: Date) => transact(beginPrices)(system, { limit: 10 }, { now });
    const told = await Promise.all([1, 2, 3].map(() => begin(clock())));
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await begin(after(clock(), 2 * day))).toBe(1);
    expect(
      await db.event.count({ where: { name: 'price.began', payload: { path: ['variantId'], equals: variantId } } }),
    ).toBe(2);
  });

  it('is never changed afterwards but for its end, whoever writes', async () => {
    await expect(db.price.updateMany({ data: { amountMinor: 1 } })).rejects.toThrow('never changed');
    await pool.query('ALTER TABLE "Price" DISABLE TRIGGER "Price_amount_stays"');
    expect(await db.price.updateMany({ data: { amountMinor: 1 } })).toEqual({ count: 1 });
    await pool.query('ALTER TABLE "Price" ENABLE TRIGGER "Price_amount_stays"');
  });
});

// Two transactions that put a price each, the writes of both kept back until both have looked, or one is seen to wait.
function putTogether(locked: boolean) {
  let looked = 0;
  let go = () => {};
  const both = new Promise<void>((resolve) => (go = resolve));
  const look = async <R>(read: Promise<R>) => {
    const known = await read;
    if (++looked === 2) go();
    await Promise.race([both, setTimeout(300)]);
    return known;
  };
  const from = after(clock(), day);
  return [1, 2].map((amountMinor) =>
    inTransaction(editor, ({ db: tx }) => {
      const { create, update } = tx.price;
      const price = {
        create,
        update,
        delete: tx.price.delete,
        findMany: (asked: object) => look(tx.price.findMany(asked)),
      };
      const $queryRaw: Raw['$queryRaw'] = (text, ...values) => {
        const parts = (text as TemplateStringsArray).map((part) => part.replace(' FOR NO KEY UPDATE', ''));
        expect(parts).not.toEqual([...(text as TemplateStringsArray)]);
        return locked ? tx.$queryRaw(text, ...values) : tx.$queryRaw(Prisma.sql(parts, ...values));
      };
      return putPrice({ db: { price, variant: tx.variant, $queryRaw } as unknown as Db }, variantId, {
        currency: 'USD',
        amountMinor,
        from,
      });
    }),
  );
}

describe('two who set a price at the same moment', () => {
  const overlaps = async () => {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Price" a JOIN "Price" b ON a."variantId" = b."variantId" AND a."currency" = b."currency" AND a."id" < b."id"
       AND tstzrange(a."from", a."until") && tstzrange(b."from", b."until")`,
    );
    return rows[0]!.count;
  };

  it('take turns: the later one holds, and no moment has two prices or none', async () => {
    for (let round = 0; round < 5; round += 1) {
      const from = after(clock(), (round + 1) * day);
      await Promise.all([1, 2, 3, 4].map((each) => set(editor, usd(round * 10 + each, { from }))));
      expect(await overlaps()).toBe(0);
      expect(Math.floor((await costs(from))![0]! / 10)).toBe(round);
    }
  });

  it('look before either writes when the row of the variant is not locked (control): one of them fails', async () => {
    const errors = async (locked: boolean) => {
      const both = await Promise.allSettled(putTogether(locked));
      expect(await overlaps()).toBe(0);
      return both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    };
    expect(await errors(true)).toEqual([]);
    expect(await errors(false)).toEqual([expect.stringContaining('Price_one_at_a_time')]);
  });

  it('would both hold where nothing forbids it (control), and the database forbids it', async () => {
    const [one, two] = [1, 2].map(() => new pg.Client({ connectionString: env.DATABASE_URL }));
    const put = `INSERT INTO "Price" ("id", "variantId", "currency", "amountMinor", "from") VALUES (gen_random_uuid(), $1, 'GBP', 1, now())`;
    await Promise.all([one!.connect(), two!.connect()]);
    const both = await Promise.allSettled([one!.query(put, [variantId]), two!.query(put, [variantId])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await one!.query('BEGIN');
    await one!.query('ALTER TABLE "Price" DROP CONSTRAINT "Price_one_at_a_time"');
    await one!.query(put, [variantId]);
    const { rows } = await one!.query(`SELECT 1 FROM "Price" WHERE "currency" = 'GBP'`);
    expect(rows).toHaveLength(2);
    await one!.query('ROLLBACK');
    await Promise.all([one!.end(), two!.end()]);
  });
});
