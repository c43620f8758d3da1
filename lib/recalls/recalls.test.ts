import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour } from '@/lib/core/time';
import { answerByLink, readAnswer } from '@/lib/flows/recalls/answer-recall';
import { checkSerial } from '@/lib/flows/recalls/check-serial';
import { handleRecalledUnit, takeRecallBack } from '@/lib/flows/recalls/handle-unit';
import { acceptTransfer, makeTransfer } from '@/lib/flows/ownership/transfer';
import { registerSerial } from '@/lib/flows/ownership/register-serial';
import { guestKeys } from '@/lib/orders/guest-key';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { receiveSerials } from '@/lib/units/commands';
import { makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeOrder } from '@/tests/support/order-factories';
import { makeDevice, makeHandedOut, standOf } from '@/tests/support/owned-devices';
import { makeDraft, makeOpenRecall, recallOf, work } from '@/tests/support/recall-factories';
import { delivered } from '@/tests/support/return-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { closeRecall, remindOwners, reopenRecall, saveRecall } from './commands';
import { canMove, unitMoves } from './policy';
import { countUnits, rehearseRecall } from './queries/staff';
import { listOpenOfUnit, listOwnLinks } from './queries/own';
import { listPublicRecalls } from './queries/public';
import { recallKeys } from './link-key';
import type { AnswerRecall, RecallUnitState } from './schema';

const mailsTo = async (memberId: string) =>
  (await db.mail.findMany({ where: { memberId, kind: { startsWith: 'recall.' } }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind }) => kind,
  );
const eventsOf = async (unitId: string) =>
  (await db.unitEvent.findMany({ where: { unitId }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind);

/** A unit of a product that lies with the shop. */
async function stocked(productId: string, variantId: string, serial = `SN${word().toUpperCase()}`) {
  const operator = await makeOperator();
  await transact(receiveSerials)(operator, { variantId, serials: serial });
  return db.unit.findFirstOrThrow({ where: { productId, serial } });
}

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

describe('telling owners', () => {
  it('goes by mail and bell, once, into the history of the unit, and is delivered when the mail server took it', async () => {
    const { device, row, recallId, staff } = await makeOpenRecall();
    expect(await mailsTo(device.owner.id)).toEqual(['recall.told']);
    expect(await db.notification.count({ where: { memberId: device.owner.id, kind: 'recall.told' } })).toBe(1);
    expect(await eventsOf(device.unitId)).toEqual(['RECEIVED', 'SHIPPED', 'OWNED', 'RECALLED']);
    expect((await standOf(device.unitId)).state).toBe('OWNED');
    await work();
    expect(await mailsTo(device.owner.id)).toEqual(['recall.told']);
    expect((await row()).state).toBe('SENT');
    await db.mail.updateMany({ where: { memberId: device.owner.id }, data: { sentAt: clock() } });
    await work();
    expect((await row()).state).toBe('DELIVERED');
    expect(await countUnits(reading(staff), { recallId })).toEqual({ DELIVERED: 1 });
  });

  it('fails where a mail waits for three days, and where nobody can be reached', async () => {
    const { row } = await makeOpenRecall();
    await work(after(clock(), 2 * day));
    expect((await row()).state).toBe('SENT');
    await work(after(clock(), 4 * day));
    expect((await row()).state).toBe('FAILED');
    const device = await makeDevice();
    await db.member.update({ where: { id: device.owner.id }, data: { emailVerifiedAt: null, handle: null } });
    const silent = await makeOpenRecall(device);
    expect((await silent.row()).state).toBe('FAILED');
    await silent.handle('PLANNED');
    expect((await silent.row()).toldAt).toBeNull();
  });

  it('reaches a guest at the address of their order, who answers by the link and is led to their order', async () => {
    const { orderId } = await delivered();
    await db.order.update({ where: { id: orderId }, data: { guestEmail: 'guest@example.com' } });
    const { unitId, unit } = await db.ownership.findFirstOrThrow({ where: { orderId }, include: { unit: true } });
    const draft = await makeDraft(unit.productId, { scope: 'LIST', serials: unit.serial });
    await draft.publish();
    await work();
    const row = () => db.recallUnit.findFirstOrThrow({ where: { recallId: draft.recallId, unitId } });
    const { linkId, id: recallUnitId } = await row();
    const key = recallKeys.make(linkId!);
    const answer = (given: string, more: Partial<AnswerRecall> = {}) =>
      answerByLink(guest, { key: given, recallUnitId, answer: 'ACKNOWLEDGED', stopped: false, ...more });
    const mail = await db.mail.findFirstOrThrow({ where: { kind: 'recall.told', to: 'guest@example.com' } });
    expect(mail.html).toContain(`/recall/${key}`);
    expect(mail.text).toContain(unit.serial);
    const page = await readAnswer(reading(guest), { key });
    expect(page!.units).toMatchObject([{ askedOrder: { key: guestKeys.make(orderId) } }]);
    await answer(key, { stopped: true, remedy: 'REFUND' });
    expect(await row()).toMatchObject({ state: 'ACKNOWLEDGED', remedy: 'REFUND', stoppedAt: expect.any(Date) });
    for (const wrong of ['', 'nothing', `${key}x`, key.replace(/^./, '0')])
      expect(await readAnswer(reading(guest), { key: wrong })).toBeNull();
    expect(await refusal(answer(key.replace('.', '.x')))).toBe('not-found');
  });

  it('of two devices of one owner is one message with one link', async () => {
    const device = await makeDevice();
    const { owner, productId, variantId } = device;
    const second = await db.unit.create({
      data: { productId, variantId, serial: `SN${word()}`, state: 'OWNED', seq: 1, createdAt: clock() },
    });
    const owned = { unitId: second.id, memberId: owner.id, productId, variantId, registeredAt: clock() };
    await db.ownership.create({ data: owned });
    const { rowOf } = await makeOpenRecall(device);
    expect(await mailsTo(owner.id)).toEqual(['recall.told']);
    const [one, other] = [await rowOf(), await rowOf(second.id)];
    expect(one.key).toBe(other.key);
    expect((await readAnswer(reading(guest), { key: one.key }))!.units).toHaveLength(2);
    // The link of one owner answers for no unit of another.
    const stranger = await makeOpenRecall();
    expect(await refusal(stranger.answer({ key: one.key }))).toBe('not-found');
  });

  it('is done once more for who has not answered, a day later at the earliest', async () => {
    const { device, recallId, staff, answer, row } = await makeOpenRecall();
    const remind = (now: Date) => refusal(transact(remindOwners)(staff, { recallId }, { now }));
    expect(await remind(clock())).toBe('recall-none');
    expect(await remind(after(clock(), 25 * hour))).toBe('done');
    await work(after(clock(), 25 * hour));
    expect(await mailsTo(device.owner.id)).toEqual(['recall.told', 'recall.reminded']);
    expect(await row()).toMatchObject({ state: 'SENT', told: 2 });
    await answer();
    expect(await remind(after(clock(), 60 * hour))).toBe('recall-none');
  });
});

describe('a device that gets another owner', () => {
  it('warns them, whose answer the link of the owner before is no more', async () => {
    const { device, answer, row, rowOf } = await makeOpenRecall();
    const [{ key }, next] = [await rowOf(), await makeMember()];
    await answer({ stopped: true, remedy: 'REPAIR' });
    const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName: false });
    await acceptTransfer(next, { code });
    await work();
    await work();
    expect(await mailsTo(next.id)).toEqual(['recall.told']);
    expect(await row()).toMatchObject({ state: 'SENT', ownerId: next.id, stoppedAt: null, remedy: null });
    expect(await readAnswer(reading(guest), { key })).toBeNull();
    expect(await refusal(answer({ key }))).toBe('not-found');
    expect(Object.keys(await listOwnLinks(reading(next), { unitId: device.unitId }))).toHaveLength(1);
    expect(await listOwnLinks(reading(device.owner), { unitId: device.unitId })).toEqual({});
  });

  it('warns who registers what was handed out, and nobody of what is remedied', async () => {
    const { unitId, productId, serial } = await makeHandedOut();
    const { publish } = await makeDraft(productId);
    await publish();
    await work();
    expect(await eventsOf(unitId)).toEqual(['RECALLED']);
    const member = await makeMember();
    await registerSerial(member, { productId, serial });
    await work();
    await work();
    expect(await mailsTo(member.id)).toEqual(['recall.told']);
    const done = await makeOpenRecall();
    await done.handle('REMEDIED', { remedy: 'REPAIR' });
    const { owner, ownershipId } = done.device;
    const { code } = await makeTransfer(owner, { ownershipId, sharesName: false });
    const next = await makeMember();
    await acceptTransfer(next, { code });
    await work();
    await work();
    expect(await mailsTo(next.id)).toEqual([]);
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
