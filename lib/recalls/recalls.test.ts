import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour } from '@/lib/core/time';
import { checkSerial } from '@/lib/flows/recalls/check-serial';
import { handleRecalledUnit, takeRecallBack } from '@/lib/flows/recalls/handle-unit';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeOrder } from '@/tests/support/order-factories';
import { makeDevice, standOf } from '@/tests/support/owned-devices';
import {
  eventsOf,
  mailsTo,
  makeDraft,
  makeOpenRecall,
  recallOf,
  stocked,
  work,
} from '@/tests/support/recall-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { closeRecall, reopenRecall, saveRecall } from './commands';
import { canMove, unitMoves } from './policy';
import { rehearseRecall } from './queries/staff';
import { listOpenOfUnit } from './queries/own';
import { listPublicRecalls } from './queries/public';
import type { RecallUnitState } from './schema';

describe('which units a recall means', () => {
  it('is rehearsed before: owned ones and their owners, those with the shop, and those in nobody’s hands', async () => {
    const device = await makeDevice();
    const { productId, variantId } = device;
    await stocked(productId, variantId);
    const handedOut = { productId, variantId, serial: `SN${word()}`, state: 'SHIPPED', seq: 2 } as const;
    await db.unit.create({ data: { ...handedOut, createdAt: clock() } });
    const { staff, recallId, publish } = await makeDraft(productId);
    const figures = { units: 3, owned: 1, owners: 1, atShop: 1, elsewhere: 1 };
    expect(await rehearseRecall(reading(staff), { recallId })).toEqual(figures);
    expect(await rehearseRecall(reading(await makeMember()), { recallId })).toBeNull();
    expect(await db.recallUnit.count({ where: { recallId } })).toBe(0);
    expect(await publish()).toEqual({ units: 3 });
  });

  it('is said by a range, a list, a variant, or when they were made or sent', async () => {
    const { productId, variantId, serial, unitId } = await makeDevice();
    const variant = await db.variant.findUniqueOrThrow({ where: { id: variantId } });
    await db.variant.update({ where: { id: variantId }, data: { sku: variant.sku ?? `SKU-${word()}` } });
    const { sku } = await db.variant.findUniqueOrThrow({ where: { id: variantId } });
    const other = await stocked(productId, variantId);
    const [from, until] = [after(clock(), -hour), after(clock(), hour)];
    const meant = async (more: Parameters<typeof makeDraft>[1]) => {
      const { recallId, publish } = await makeDraft(productId, more);
      await publish();
      return (await db.recallUnit.findMany({ where: { recallId } })).map((row) => row.unitId);
    };
    expect(await meant({ scope: 'LIST', serials: `${serial.toLowerCase()}\nNOBODY-1` })).toEqual([unitId]);
    expect(await meant({ scope: 'RANGE', serialFrom: serial, serialTo: serial })).toEqual([unitId]);
    expect((await meant({ sku: sku! })).toSorted()).toEqual([unitId, other.id].toSorted());
    expect(await meant({ scope: 'DATES', dates: 'SHIPPED', from, until })).toEqual([unitId]);
    // A serial that was scanned into a parcel came in with it.
    expect((await meant({ scope: 'DATES', dates: 'MADE', from, until })).toSorted()).toEqual(
      [unitId, other.id].toSorted(),
    );
    await expect(meant({ scope: 'DATES', dates: 'MADE', from: after(from, -day), until: from })).rejects.toMatchObject({
      code: 'recall-empty',
    });
  });

  it('is refused where it means nothing, where somebody else changed it, and to who may not', async () => {
    const { productId } = await makeDevice();
    const { staff, recallId, publish } = await makeDraft(productId);
    const save = (more: Parameters<typeof recallOf>[1]) =>
      refusal(transact(saveRecall)(staff, recallOf(productId, more)));
    expect(await save({ scope: 'RANGE', serialFrom: 'A-1', serialTo: 'A-10' })).toBe('recall-range');
    expect(await save({ scope: 'LIST', serials: ' , ' })).toBe('recall-list');
    expect(await save({ scope: 'DATES' })).toBe('recall-dates');
    expect(await save({ sku: 'NOBODY' })).toBe('recall-sku');
    expect(await save({ remedies: [] })).toBe('recall-remedies');
    expect(await save({ recallId, shown: 7 })).toBe('recall-changed');
    expect(await save({ recallId, shown: 1, scope: 'GOODS' })).toBe('done');
    const agent = await makeMember({ roles: ['SUPPORT'] });
    expect(await refusal(transact(saveRecall)(agent, recallOf(productId)))).toBe('forbidden');
    await publish();
    expect(await refusal(publish())).toBe('recall-moved');
  });
});

describe('what the shop has', () => {
  it('is kept back, also what comes in later, until it is mended', async () => {
    const device = await makeDevice();
    const { productId, variantId } = device;
    const unit = await stocked(productId, variantId);
    const { row, recallId, staff } = await makeOpenRecall(device);
    expect((await standOf(unit.id)).state).toBe('RECALLED');
    const late = await stocked(productId, variantId);
    const late2 = `SN${word().toUpperCase()}`;
    const { number } = (await makeOrder()).placed;
    const order = await db.order.update({ where: { number }, data: { state: 'PAID', paidAt: clock() } });
    await db.orderLine.updateMany({ where: { orderId: order.id }, data: { variantId } });
    const operator = await makeOperator();
    const ship = (serial: string) =>
      refusal(shipOrder(operator, { number, carrier: 'DHL', tracking: 'T', serials: [serial] }));
    expect(await ship(unit.serial)).toBe('serial-elsewhere');
    expect(await ship(late.serial)).toBe('serial-recalled');
    expect(await ship(late2)).toBe('serial-recalled');
    expect(await db.recallUnit.count({ where: { recallId } })).toBe(3);
    const { id } = await row(unit.id);
    const said = { recallUnitId: id, to: 'REMEDIED', reason: 'A new cell' } as const;
    expect(await refusal(handleRecalledUnit(staff, said))).toBe('recall-remedy');
    expect(await refusal(handleRecalledUnit(staff, { ...said, remedy: 'SELF_HELP' }))).toBe('recall-remedy');
    await handleRecalledUnit(staff, { ...said, remedy: 'REPAIR' });
    expect(await eventsOf(unit.id)).toEqual(['RECEIVED', 'RECALLED', 'REMEDIED', 'RECEIVED']);
    expect(await ship(unit.serial)).toBe('done');
  });

  it('is released when the recall is withdrawn, and who was told hears it', async () => {
    const device = await makeDevice();
    const unit = await stocked(device.productId, device.variantId);
    const { staff, recallId, answer } = await makeOpenRecall(device);
    await takeRecallBack(staff, { recallId, reason: 'A wrong batch' });
    await work();
    expect((await standOf(unit.id)).state).toBe('RECEIVED');
    expect(await mailsTo(device.owner.id)).toEqual(['recall.told', 'recall.withdrawn']);
    expect(await refusal(answer())).toBe('recall-over');
    expect(await listOpenOfUnit(reading(), { unitId: device.unitId })).toEqual([]);
  });
});

describe('a recall', () => {
  it('moves only as its tables say, and ends with a reason for what is left', async () => {
    const { staff, recallId, handle, row } = await makeOpenRecall();
    await handle('REFUSED');
    expect(await refusal(handle('UNREACHABLE'))).toBe('recall-unit-moved');
    await handle('REMEDIED', { remedy: 'REFUND' });
    for (const to of ['REFUSED', 'PLANNED', 'ACKNOWLEDGED'] as const)
      expect(await refusal(handle(to))).toBe('recall-unit-moved');
    expect((await row()).remedy).toBe('REFUND');
    const states = Object.keys(unitMoves) as RecallUnitState[];
    expect(states.filter((state) => canMove('REMEDIED', state))).toEqual([]);
    const close = () => refusal(transact(closeRecall)(staff, { recallId, reason: 'All done' }));
    expect([await close(), await close()]).toEqual(['done', 'recall-moved']);
    const last = await db.recallStep.findFirstOrThrow({ where: { recallId, state: 'CLOSED' } });
    expect(last).toMatchObject({ reason: 'All done', left: 0 });
    await transact(reopenRecall)(staff, { recallId });
    expect((await listPublicRecalls({ db })).open.some(({ id }) => id === recallId)).toBe(true);
  });

  it('says of a serial only whether it is meant, thirty times an hour', async () => {
    const { device, read, handle } = await makeOpenRecall(undefined, { scope: 'GOODS' });
    const { slug } = await read();
    const network = word();
    const check = (serial: string, of = slug) => checkSerial(guest, { slug: of, serial }, { network });
    expect(await check(device.serial.toLowerCase())).toEqual({ affected: true, serial: device.serial.toLowerCase() });
    expect((await check('UNKNOWN-1')).affected).toBe(true);
    expect((await refused(check(device.serial, 'nothing'))).code).toBe('not-found');
    const listed = await makeOpenRecall(device, { scope: 'LIST', serials: `${device.serial} UNKNOWN-2` });
    const { slug: second } = await listed.read();
    const answers = ['UNKNOWN-1', 'UNKNOWN-2', device.serial].map(
      async (serial) => (await check(serial, second)).affected,
    );
    expect(await Promise.all(answers)).toEqual([false, true, true]);
    await handle('REMEDIED', { remedy: 'REPAIR' });
    expect((await check(device.serial)).affected).toBe(false);
    for (let at = 7; at < 30; at += 1) await check('UNKNOWN-1');
    expect((await refused(check('UNKNOWN-1'))).code).toBe('rate-limited');
  });
});
