import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock, minute } from '@/lib/core/time';
import { beginExport } from '@/lib/lists/commands';
import { asRoles } from '@/tests/support/as-roles';
import { countStatements } from '@/tests/support/database';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeManyOrders, type ManyOrders } from '@/tests/support/many-orders';
import { refusal } from '@/tests/support/refusal';

import { exportOrders } from './export-orders';

let made: ManyOrders;
let staff: SignedIn;
beforeAll(async () => {
  made = await makeManyOrders(2_500);
  staff = { ...(await makeMember()), ...asRoles('OPERATIONS') };
}, 60_000);

const begin = (query: Record<string, string> = {}) => exportOrders(staff, { query, reason: 'For the bookkeeper' });

async function textOf(lines: AsyncGenerator<string, void>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

const running = () => db.listExport.count({ where: { endedAt: null } });

describe('a file of orders', () => {
  it('has every order of the list once, in its order, without formulas, and says so in the audit log', async () => {
    await pool.query(`UPDATE "Order" SET "shipName" = '=1+1', "shipLine1" = 'a "b", c' WHERE "number" = 'M3'`);
    const second = await db.order.findFirstOrThrow({ where: { number: 'M2' } });
    const { variantIds } = await makeDrop();
    await db.variant.update({ where: { id: variantIds[0]! }, data: { sku: 'OL-WW' } });
    const line = {
      orderId: second.id,
      variantId: variantIds[0]!,
      title: 'Lamp',
      quantity: 2,
      priceMinor: 5_000,
      position: 1,
      netMinor: 10_000,
      taxMinor: 0,
    };
    await db.orderLine.create({ data: line });
    const paid = { orderId: second.id, provider: 'demo', amountMinor: 10_002, currency: 'USD', createdAt: clock() };
    const { id: paymentId } = await db.payment.create({ data: paid, select: { id: true } });
    for (const [state, amountMinor] of [
      ['DONE', 250],
      ['DONE', 100],
      ['FAILED', 9_000],
      ['PENDING', 1],
    ] as const)
      await db.refund.create({
        data: { orderId: second.id, paymentId, amountMinor, state, reason: 'x', createdAt: clock() },
      });
    const rows = parse<Record<string, string>>(await textOf((await begin()).lines), { bom: true, columns: true });
    expect(rows[1]).toMatchObject({ skus: '2 × OL-WW', refunded: '3.50' });
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 2_500 }, (_, at) => `M${at + 1}`));
    expect(rows[2]).toMatchObject({
      ship_name: `'=1+1`,
      ship_line1: 'a "b", c',
      ship_phone: `'+31 30 1000003`,
      total: '100.03',
      refunded: '0.00',
      currency: 'USD',
    });
    const few = parse<Record<string, string>>(
      await textOf((await begin({ drop: made.rareDrop, sort: 'oldest' })).lines),
      { bom: true, columns: true },
    );
    expect(few.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => `M${2_500 - at}`));
    const acts = await db.auditEntry.findMany({
      where: { act: 'order.export' },
      orderBy: { at: 'asc' },
      select: { reason: true, detail: true, actorId: true },
    });
    expect(acts).toEqual([
      { reason: 'For the bookkeeper', detail: { filters: '–' }, actorId: staff.id },
      { reason: 'For the bookkeeper', detail: { filters: `drop=${made.rareDrop}` }, actorId: staff.id },
    ]);
    expect(await db.listExport.findMany({ select: { rows: true, whole: true }, orderBy: { rows: 'asc' } })).toEqual([
      { rows: 20, whole: true },
      { rows: 2_500, whole: true },
    ]);
  });

  it('is read from the database as its reader takes it, and ends when the reader goes away', async () => {
    const { lines } = await begin();
    await lines.next();
    const { statements, result } = await countStatements(async () => (await lines.next()).value as string);
    expect(result.split('\r\n')).toHaveLength(1_001);
    expect(statements.length).toBeLessThanOrEqual(2);
    expect(await running()).toBe(1);
    await lines.return();
    expect(await running()).toBe(0);
    expect(await db.listExport.count({ where: { whole: false } })).toBe(1);
  });
});

describe('exports at one time', () => {
  const tryAll = async () => {
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => refusal(transact(beginExport)(staff, { list: 'orders' }))),
    );
    const done = codes.filter((code) => code === 'done').length;
    expect(codes.filter((code) => code === 'export-busy')).toHaveLength(8 - done);
    return done;
  };

  it('are two at most, until one ends or is heard of no more', async () => {
    expect(await tryAll()).toBe(2);
    expect(await tryAll()).toBe(0);
    await db.listExport.updateMany({
      where: { endedAt: null, place: 1 },
      data: { aliveAt: new Date(clock().getTime() - 3 * minute) },
    });
    expect(await tryAll()).toBe(1);
  });

  it('would be more without the index', async () => {
    await db.listExport.updateMany({ where: { endedAt: null }, data: { endedAt: clock() } });
    await pool.query('DROP INDEX "ListExport_one_running"');
    expect(await tryAll()).toBe(8);
  });
});
