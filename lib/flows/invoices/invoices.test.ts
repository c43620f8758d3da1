/** Invoices and credit notes: one each, numbered without a gap under races, never changed, and read by whom the order is. */
import { afterEach, describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { writeInvoice } from '@/lib/invoices/write-invoice';
import { taxOfPart, taxWithin } from '@/lib/core/tax-of-part';
import { finishRefund, openOrder } from '@/lib/orders/commands';
import { getOrderForInvoice } from '@/lib/orders/order-for-invoice';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { replaceProvider } from '@/lib/outside/payments';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { demo, gatewaySays, numberOf, paidOrder } from '@/tests/support/refunds';
import { refusal } from '@/tests/support/refusal';

import { readOwnInvoice, readStaffInvoice } from './read-invoice';

afterEach(() => replaceProvider('demo', demo));

const documentsOf = (orderId: string) => db.invoice.findMany({ where: { orderId }, orderBy: { seq: 'asc' } });
const sold = async () => {
  const ordered = await paidOrder();
  const order = await db.order.findUniqueOrThrow({ where: numberOf(ordered), include: { refunds: true } });
  const [invoice] = await documentsOf(order.id);
  return { ordered, order, invoice: invoice! };
};
const seriesOf = async (market: number) => {
  const { rows } = await pool.query<{ seq: number }>(
    'SELECT "seq" FROM "Invoice" WHERE "market" = $1 AND "kind" = $2 ORDER BY "seq"',
    [market, 'INVOICE'],
  );
  return rows.map(({ seq }) => seq);
};

describe('an order that is paid', () => {
  it('has one invoice, whose lines and sums are the order’s', async () => {
    const { order, invoice } = await sold();
    expect(invoice.number).toMatch(/^INV-\d{6}$/);
    const content = invoice.content as { lines: { netMinor: number; taxMinor: number }[]; [sum: string]: unknown };
    expect(content).toMatchObject({
      ...{ totalMinor: order.totalMinor, taxMinor: order.taxMinor, currency: order.currency },
      order: { number: order.number },
    });
    const shipping = content.shipping as { netMinor: number; taxMinor: number };
    const sum = [...content.lines, shipping].reduce((all, { netMinor, taxMinor }) => all + netMinor + taxMinor, 0);
    expect(sum).toBe(order.totalMinor);
    const again = { kind: 'INVOICE' as const, market: order.market, orderId: order.id, refundId: null };
    expect(
      await inTransaction(system, (ctx) => writeInvoice(ctx, { ...again, content: invoice.content as never })),
    ).toBe(invoice.number);
    expect(await documentsOf(order.id)).toHaveLength(1);
  });

  it('and given back in two parts has two credit notes, which come to the invoice', async () => {
    const { ordered, order, invoice } = await sold();
    await refundOrder(system, { ...numberOf(ordered), reason: 'A scratch', amount: '41.00' });
    await runJobs();
    await refundOrder(system, { ...numberOf(ordered), reason: 'The rest' });
    await runJobs();
    const notes = (await documentsOf(order.id)).filter(({ kind }) => kind === 'CREDIT_NOTE');
    const sums = notes.map(
      ({ content }) => content as { totalMinor: number; taxMinor: number; invoice: string; lines: unknown[] },
    );
    expect(sums.map(({ totalMinor }) => totalMinor)).toEqual([4_100, order.totalMinor - 4_100]);
    expect(new Set(sums.map(({ invoice: of }) => of))).toEqual(new Set([invoice.number]));
    expect(sums.every(({ lines }) => lines.length === 0)).toBe(true);
    expect(sums.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(order.taxMinor);
    expect(notes.map(({ number }) => number.slice(0, 3))).toEqual(['CN-', 'CN-']);
  });
});

describe('what goes back', () => {
  it('twice, since the bank failed the first refund after it was done, has one credit note', async () => {
    const { ordered, order } = await sold();
    const give = async (amount?: string) => {
      const refundId = await refundOrder(system, { ...numberOf(ordered), reason: 'It hums', amount });
      await runJobs();
      return refundId;
    };
    const notes = async () =>
      (await documentsOf(order.id)).flatMap(({ kind, content }) =>
        kind === 'CREDIT_NOTE' ? [content as { totalMinor: number; taxMinor: number }] : [],
      );
    gatewaySays('done');
    const refundId = await give('41.00');
    await transact(finishRefund)(system, { refundId, providerRef: null, status: 'failed' });
    await runJobs();
    await give('41.00');
    expect((await notes()).map(({ totalMinor }) => totalMinor)).toEqual([4_100]);
    await give();
    expect((await notes()).map(({ totalMinor }) => totalMinor)).toEqual([4_100, order.totalMinor - 4_100]);
    expect((await notes()).reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(order.taxMinor);
  });

  it('is told by what was paid with, not by a payment page of another gateway that was left', async () => {
    const { order } = await sold();
    const left = {
      id: `00000000${crypto.randomUUID().slice(8)}`,
      orderId: order.id,
      provider: 'stripe',
      state: 'EXPIRED' as const,
    };
    await db.payment.create({
      data: { ...left, amountMinor: 1, currency: 'USD', createdAt: new Date(0), settledAt: new Date(0) },
    });
    expect((await getOrderForInvoice({ db }, { orderId: order.id }))?.provider).toBe('demo');
  });
});

describe('the numbers of a series', () => {
  it('have no gap, however many orders are billed at one moment and some of them fail', async () => {
    const market = 900_001;
    const { order, invoice } = await sold();
    const copies = Array.from({ length: 20 }, () => crypto.randomUUID());
    for (const id of copies)
      await pool.query(
        `INSERT INTO "Order" SELECT (jsonb_populate_record(o, jsonb_build_object('id', $2::uuid, 'number', $3::text, 'claimId', NULL, 'dropId', NULL, 'cartId', $2::uuid, 'cartVersion', 1, 'heldUntil', now()))).* FROM "Order" o WHERE o."id" = $1`,
        [order.id, id, id.slice(-12)],
      );
    const bill = (orderId: string, fails: boolean) =>
      inTransaction(system, async (ctx) => {
        await writeInvoice(ctx, {
          ...{ kind: 'INVOICE', market, orderId, refundId: null, content: invoice.content as never },
        });
        if (fails) throw new Error('as a process that is killed');
      });
    const ends = await Promise.allSettled(copies.flatMap((id, at) => [bill(id, at % 3 === 0), bill(id, at % 3 === 0)]));
    expect(ends.some(({ status }) => status === 'rejected')).toBe(true);
    const numbers = await seriesOf(market);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers).toHaveLength(copies.filter((_, at) => at % 3 !== 0).length);
  });

  it('would be given twice without the lock of the series', async () => {
    const read = async () =>
      (await pool.query<{ next: number }>('SELECT "next" FROM "InvoiceSeries" LIMIT 1')).rows[0]!.next;
    await sold();
    expect(new Set(await Promise.all([read(), read()])).size).toBe(1);
  });

  it('are of documents that nothing changes', async () => {
    const { invoice } = await sold();
    for (const statement of ['UPDATE "Invoice" SET "seq" = 0 WHERE "id" = $1', 'DELETE FROM "Invoice" WHERE "id" = $1'])
      await expect(pool.query(statement, [invoice.id])).rejects.toThrow('append-only');
  });

  it('split a sum that goes back into net and tax by their shares', () => {
    expect(taxWithin(11_900, { taxMinor: 1_900, totalMinor: 11_900 })).toBe(1_900);
    expect(taxWithin(1, { taxMinor: 1_900, totalMinor: 11_900 })).toBe(0);
    expect(taxWithin(1_000, { taxMinor: 0, totalMinor: 11_900 })).toBe(0);
    expect(taxWithin(0, { taxMinor: 0, totalMinor: 0 })).toBe(0);
    expect(taxWithin(9_000_000_000_000, { taxMinor: 1_900, totalMinor: 11_900 })).toBe(1_436_974_789_916);
  });
});

it('parts that go back one after another come to the tax of the whole, for every way to cut it', () => {
  for (const [taxMinor, totalMinor] of [
    [1, 3],
    [2_350, 14_100],
    [1_900, 11_900],
    [7, 1_000],
    [0, 500],
  ] as const) {
    const whole = { taxMinor, totalMinor };
    for (const cut of [1, 2, 3, 7, 333]) {
      let [before, tax] = [0, 0];
      while (before < totalMinor) {
        const part = Math.min(cut, totalMinor - before);
        const own = taxOfPart(part, before, whole);
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(part);
        [before, tax] = [before + part, tax + own];
      }
      expect([cut, tax]).toEqual([cut, taxMinor]);
    }
  }
  // Each rounded by itself they would not.
  expect(3 * taxWithin(1, { taxMinor: 1, totalMinor: 3 })).toBe(0);
});

describe('an invoice is read', () => {
  it('by its buyer, and by no other member or guest', async () => {
    const { ordered, order, invoice } = await sold();
    expect((await readOwnInvoice(ordered.buyer, { number: order.number }, invoice.id)).number).toBe(invoice.number);
    const other = await sold();
    expect(await refusal(readOwnInvoice(await makeMember(), { number: order.number }, invoice.id))).toBe('not-found');
    expect(await refusal(readOwnInvoice(guest, { number: order.number }, invoice.id))).toBe('not-found');
    expect(await refusal(readOwnInvoice(ordered.buyer, { number: order.number }, other.invoice.id))).toBe('not-found');
    expect(await refusal(readOwnInvoice(ordered.buyer, { number: order.number }, 'x'))).toBe('not-found');
  });

  it('by staff who have opened the order with a reason within the hour', async () => {
    const { order, invoice } = await sold();
    const [agent, moderator] = [await makeMember({ roles: ['SUPPORT'] }), await makeMember({ roles: ['MODERATOR'] })];
    const asked = { number: order.number, id: invoice.id };
    expect(await refusal(readStaffInvoice(moderator, asked))).toBe('not-found');
    expect(await refusal(readStaffInvoice(agent, asked))).toBe('order-not-opened');
    await transact(openOrder)(agent, { number: order.number, reason: 'Asked for a copy' });
    expect((await readStaffInvoice(agent, asked)).number).toBe(invoice.number);
    expect(await refusal(readStaffInvoice(agent, asked, after(clock(), 2 * hour)))).toBe('order-not-opened');
    const other = await makeMember({ roles: ['SUPPORT'] });
    expect(await refusal(readStaffInvoice(other, asked))).toBe('order-not-opened');
  });
});
