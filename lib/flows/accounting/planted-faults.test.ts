/** The nightly proof, tried by faults that are planted into the books: it names the order of each. */
import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { getLastBooksProof, proveBooks, type MoneyFault } from '@/lib/accounting/prove-books';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { replaceProvider } from '@/lib/outside/payments';
import { runJobs } from '@/tests/support/order-factories';
import { demo, gatewayReports, gatewaySays, numberOf, paidOrder } from '@/tests/support/refunds';

import { proveBooksNightly, writeAndProve } from './prove-books';

afterEach(() => replaceProvider('demo', demo));

const change = (what: string, where: string) =>
  `UPDATE "MoneyMove" SET ${what} WHERE "orderId" = $1::uuid AND (${where})`;
const columns = `"cause", "fromAccount", "toAccount", "amountMinor", "currency", "market", "orderId", "provider", "country", "taxPpm", "at", "bookedAt"`;

const planted: [name: string, sql: string, checks: string[]][] = [
  [
    'a payment of another amount',
    change('"amountMinor" = "amountMinor" + 1', `"cause" = 'PAID'`),
    ['buyers', 'gateway'],
  ],
  [
    'nothing booked',
    'DELETE FROM "MoneyMove" WHERE "orderId" = $1::uuid',
    ['gateway', 'sold', 'tax', 'reported', 'disputed'],
  ],
  [
    'a refund twice',
    `INSERT INTO "MoneyMove" ("key", ${columns}) SELECT 'twice:' || "key", ${columns} FROM "MoneyMove" WHERE "orderId" = $1::uuid AND "cause" IN ('REFUND', 'CREDIT')`,
    ['gateway', 'reported', 'taxBack'],
  ],
  ['another currency', change(`"currency" = 'JPY'`, 'true'), ['gateway', 'sold', 'tax']],
  ['another provider', change(`"provider" = 'other'`, `"cause" = 'PAID'`), ['gateway']],
  ['no dispute', `DELETE FROM "MoneyMove" WHERE "orderId" = $1::uuid AND "cause" = 'DISPUTE'`, ['disputed']],
  ['a dispute that is lost', change(`"toAccount" = 'LOST'`, `"cause" = 'DISPUTE'`), ['disputed', 'lost']],
  ['shipping as goods', change(`"fromAccount" = 'SALES'`, `"fromAccount" = 'SHIPPING'`), ['shipping']],
  ['no tax taken back', change(`"toAccount" = 'TAKEN_BACK'`, `"cause" = 'CREDIT'`), ['taxBack']],
  ['all taken back as tax', change(`"toAccount" = 'TAX'`, `"cause" = 'CREDIT'`), ['taxBack']],
  ['another country', change(`"country" = 'FR'`, '"country" IS NOT NULL'), ['reported']],
  ['another rate', change('"taxPpm" = 1', '"taxPpm" IS NOT NULL'), ['reported']],
  ['another market', change('"market" = 99', 'true'), ['reported']],
  ['another month', change(`"at" = "at" - interval '40 days'`, `"cause" = 'SALE'`), ['reported']],
];

// The faults that the proof finds with one planted, which is taken out again with the transaction.
async function plant(sql: string, orderId: string): Promise<MoneyFault[]> {
  let faults: MoneyFault[] = [];
  const undone = new Error('undone');
  await inTransaction(system, async (ctx) => {
    await ctx.db.$executeRawUnsafe(sql, orderId);
    faults = await proveBooks(ctx, { skips: null });
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return faults;
}

describe('the proof', () => {
  it('names the order of every fault that is planted, and finds none without', async () => {
    const [ordered] = [await paidOrder(), await paidOrder()];
    const { id } = await db.order.findUniqueOrThrow({ where: numberOf(ordered) });
    gatewaySays('done');
    await refundOrder(system, { ...numberOf(ordered), reason: 'A scratch', amount: '41.00' });
    await runJobs();
    await gatewayReports(ordered, { disputes: [{ id: 'dp_planted', state: 'OPEN', amountMinor: 5_000 }] });
    expect(await writeAndProve(clock())).toEqual([]);
    await pool.query('ALTER TABLE "MoneyMove" DISABLE TRIGGER "MoneyMove_append_only"');
    try {
      for (const [name, sql, checks] of planted) {
        const faults = await plant(sql, id);
        expect([name, ...new Set(faults.map(({ number }) => number))]).toEqual([name, ordered.placed.number]);
        expect([name, ...faults.map(({ check }) => check)]).toEqual(expect.arrayContaining([name, ...checks]));
      }
    } finally {
      await pool.query('ALTER TABLE "MoneyMove" ENABLE TRIGGER "MoneyMove_append_only"');
    }
    expect(await writeAndProve(clock())).toEqual([]);
  });

  it('says nothing of an order that was paid since the books were written', async () => {
    const early = await paidOrder();
    await writeAndProve(clock());
    const late = await paidOrder();
    const prove = () => inTransaction(system, (ctx) => proveBooks(ctx, { skips: null }));
    expect(await prove()).toEqual([]);
    expect(await writeAndProve(clock())).toEqual([]);
    const { id } = await db.order.findUniqueOrThrow({ where: numberOf(late) });
    expect(await db.moneyMove.count({ where: { orderId: id } })).toBeGreaterThan(2);
    expect(early.placed.number).not.toBe(late.placed.number);
  });

  it('is made again where the last one is of a moment still to come', async () => {
    await proveBooksNightly(clock());
    await db.moneyProof.create({ data: { at: after(clock(), 300 * day), orders: 0, faults: [], open: [] } });
    await proveBooksNightly(clock());
    expect((await getLastBooksProof({ db }))!.at.getTime()).toBeLessThanOrEqual(clock().getTime());
    const { at } = (await getLastBooksProof({ db }))!;
    await proveBooksNightly(clock());
    expect((await getLastBooksProof({ db }))!.at).toEqual(at);
  });

  it('finds a dispute where it is, however often its bank thinks again and of whatever sum', async () => {
    const ordered = await paidOrder();
    const { id: orderId } = await db.order.findUniqueOrThrow({ where: numberOf(ordered) });
    const lies = async (account: 'DISPUTED' | 'LOST') => {
      const sum = async (side: object) =>
        (await db.moneyMove.aggregate({ where: { orderId, ...side }, _sum: { amountMinor: true } }))._sum.amountMinor ??
        0;
      return Number(await sum({ toAccount: account })) - Number(await sum({ fromAccount: account }));
    };
    const told: [state: 'OPEN' | 'WON' | 'LOST', amountMinor: number][] = [
      ...([
        ['OPEN', 14_100],
        ['OPEN', 5_000],
        ['WON', 5_000],
        ['OPEN', 5_000],
        ['LOST', 6_000],
      ] as const),
      ...([
        ['WON', 6_000],
        ['LOST', 6_000],
        ['WON', 6_000],
        ['WON', 6_000],
      ] as const),
    ].map(([state, amount]) => [state, amount]);
    for (const [state, amountMinor] of told) {
      await gatewayReports(ordered, { disputes: [{ id: 'dp_again', state, amountMinor }] });
      expect([state, await writeAndProve(clock())]).toEqual([state, []]);
      expect([await lies('DISPUTED'), await lies('LOST')]).toEqual([
        state === 'OPEN' ? amountMinor : 0,
        state === 'LOST' ? amountMinor : 0,
      ]);
    }
  });
});
