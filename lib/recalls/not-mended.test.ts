/** What is dangerous still although a recall has done with it, or has been closed and opened again. */
import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { handleRecalledUnit, takeRecallBack } from '@/lib/flows/recalls/handle-unit';
import { readAnswer } from '@/lib/flows/recalls/answer-recall';
import { checkSerial } from '@/lib/flows/recalls/check-serial';
import { acceptTransfer, makeTransfer } from '@/lib/flows/ownership/transfer';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeOrder } from '@/tests/support/order-factories';
import { makeDevice, standOf } from '@/tests/support/owned-devices';
import { mailsTo, makeDraft, makeOpenRecall, stocked, work } from '@/tests/support/recall-factories';
import { delivered } from '@/tests/support/return-factories';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { closeRecall, reopenRecall } from './commands';
import { listKeptBack } from './queries/own';

/** Tries to send a unit to the buyer of another order. */
async function send({ variantId, serial }: { variantId: string; serial: string }) {
  const { number } = (await makeOrder()).placed;
  const order = await db.order.update({ where: { number }, data: { state: 'PAID', paidAt: clock() } });
  await db.orderLine.updateMany({ where: { orderId: order.id }, data: { variantId } });
  const operator = await makeOperator();
  return refusal(shipOrder(operator, { number, carrier: 'DHL', tracking: 'T', serials: [serial] }));
}

describe('a device that was never mended', () => {
  it('is sent to nobody when it comes back for its money or for another, also once the recall is closed', async () => {
    for (const remedy of ['REFUND', 'REPLACEMENT'] as const) {
      const { device, handle, staff, recallId } = await makeOpenRecall(undefined, {
        remedies: ['REFUND', 'REPLACEMENT', 'REPAIR'],
      });
      await handle('REMEDIED', { remedy });
      await device.note('RETURNED');
      await device.note('RECEIVED');
      expect(await send(device)).toBe('serial-recalled');
      await transact(closeRecall)(staff, { recallId, reason: 'All done' });
      expect(await send(device)).toBe('serial-recalled');
    }
  });

  it('is sent again once it is mended, and once its recall is withdrawn', async () => {
    const mended = await makeOpenRecall();
    await mended.handle('REMEDIED', { remedy: 'REPAIR' });
    await mended.device.note('RETURNED');
    await mended.device.note('RECEIVED');
    expect(await send(mended.device)).toBe('done');
    const wrong = await makeOpenRecall();
    await wrong.device.note('RETURNED');
    await wrong.device.note('RECEIVED');
    await takeRecallBack(wrong.staff, { recallId: wrong.recallId, reason: 'A wrong batch' });
    expect(await send(wrong.device)).toBe('done');
  });

  it('stays kept back by a second recall when the first is withdrawn, or done with', async () => {
    const device = await makeDevice();
    const [one, other] = [
      await stocked(device.productId, device.variantId),
      await stocked(device.productId, device.variantId),
    ];
    const first = await makeOpenRecall(device);
    const second = await makeOpenRecall(device);
    const { id: recallUnitId } = await first.row(one.id);
    await handleRecalledUnit(first.staff, { recallUnitId, to: 'REMEDIED', remedy: 'REPAIR', reason: 'A new cell' });
    await takeRecallBack(first.staff, { recallId: first.recallId, reason: 'A wrong batch' });
    expect([(await standOf(one.id)).state, (await standOf(other.id)).state]).toEqual(['RECALLED', 'RECALLED']);
    await takeRecallBack(second.staff, { recallId: second.recallId, reason: 'A wrong batch' });
    expect([(await standOf(one.id)).state, (await standOf(other.id)).state]).toEqual(['RECEIVED', 'RECEIVED']);
  });
});

describe('a device whose owner got their money and kept it', () => {
  it('is said to be meant, warns its next owner, and may be mended later', async () => {
    const { device, handle, read, row } = await makeOpenRecall();
    await handle('REMEDIED', { remedy: 'REFUND' });
    const { slug } = await read();
    const check = async () => (await checkSerial(guest, { slug, serial: device.serial }, { network: word() })).affected;
    expect(await check()).toBe(true);
    expect(await refusal(handle('REMEDIED', { remedy: 'REFUND' }))).toBe('recall-unit-moved');
    const next = await makeMember();
    const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName: false });
    await acceptTransfer(next, { code });
    await work();
    await work();
    expect(await mailsTo(next.id)).toEqual(['recall.told']);
    await handle('REMEDIED', { remedy: 'REFUND' });
    await handle('REMEDIED', { remedy: 'REPAIR' });
    expect(await row()).toMatchObject({ state: 'REMEDIED', remedy: 'REPAIR' });
    expect(await check()).toBe(false);
  });
});

describe('a device that two recalls mean', () => {
  it('is not called safe when the first of them is withdrawn', async () => {
    const first = await makeOpenRecall();
    const { device } = first;
    const second = await makeOpenRecall(device);
    const withdraw = async ({ staff, recallId }: typeof first) => {
      await takeRecallBack(staff, { recallId, reason: 'A wrong batch' });
      await work();
      return (await mailsTo(device.owner.id)).filter((kind) => kind === 'recall.withdrawn').length;
    };
    expect([await withdraw(first), await withdraw(second)]).toEqual([0, 1]);
  });
});

describe('a recall of very many devices', () => {
  it('is withdrawn in parts, each with few who hear it', async () => {
    const { device, staff, recallId } = await makeOpenRecall();
    await db.$executeRaw`
      WITH made AS (
        INSERT INTO "Unit" ("id", "productId", "variantId", "serial", "state", "seq", "createdAt")
        SELECT gen_random_uuid(), ${device.productId}::uuid, ${device.variantId}::uuid, 'M' || gen_random_uuid(), 'OWNED', 1, now() FROM generate_series(1, 150)
        RETURNING "id")
      INSERT INTO "RecallUnit" ("id", "recallId", "unitId", "ownerId", "linkId", "state", "told", "toldAt", "createdAt", "changedAt")
      SELECT gen_random_uuid(), ${recallId}::uuid, "id", ${device.owner.id}::uuid, gen_random_uuid(), 'SENT', 1, now(), now(), now() FROM made`;
    await takeRecallBack(staff, { recallId, reason: 'A wrong batch' });
    const events = await db.event.findMany({ where: { name: 'recall.withdrawn' }, select: { payload: true } });
    const links = events
      .map(({ payload }) => payload as { recallId: string; links: string[] })
      .filter((payload) => payload.recallId === recallId)
      .map((payload) => payload.links.length);
    expect(links.toSorted((a, b) => a - b)).toEqual([51, 100]);
    // More than one statement of PostgreSQL takes parameters.
    const unitIds = Array.from({ length: 40_000 }, () => crypto.randomUUID());
    expect((await listKeptBack({ db }, { unitIds: [device.unitId, ...unitIds] })).size).toBe(0);
  });
});

describe('a recall that was closed', () => {
  it('tells who got a device meanwhile when it is opened again, and the link of the owner before opens it no more', async () => {
    const { device, staff, recallId, rowOf, answer } = await makeOpenRecall();
    const [{ key }, next] = [await rowOf(), await makeMember()];
    await answer({ stopped: true });
    await transact(closeRecall)(staff, { recallId, reason: 'All done' });
    const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName: false });
    await acceptTransfer(next, { code });
    await work();
    expect(await readAnswer(reading(guest), { key })).toBeNull();
    expect(await mailsTo(next.id)).toEqual([]);
    await transact(reopenRecall)(staff, { recallId });
    await work();
    expect(await mailsTo(next.id)).toEqual(['recall.told']);
    expect(await refusal(answer({ key }))).toBe('not-found');
  });
});

describe('a link', () => {
  it('tells nothing of a device that it does not open', async () => {
    const [mine, theirs] = [await makeOpenRecall(), await makeOpenRecall()];
    const { key } = await mine.rowOf();
    await theirs.handle('REMEDIED', { remedy: 'REPAIR' });
    expect(await refusal(theirs.answer({ key }))).toBe('not-found');
    await takeRecallBack(theirs.staff, { recallId: theirs.recallId, reason: 'A wrong batch' });
    expect(await refusal(theirs.answer({ key }))).toBe('not-found');
  });

  it('goes to the own address of who has an account, whatever they typed with an order before', async () => {
    const { orderId } = await delivered();
    await db.order.update({ where: { id: orderId }, data: { guestEmail: 'before@example.com' } });
    const { unit, member } = await db.ownership.findFirstOrThrow({
      where: { orderId },
      include: { unit: true, member: true },
    });
    const draft = await makeDraft(unit.productId, { scope: 'LIST', serials: unit.serial });
    await draft.publish();
    await work();
    const { email } = member;
    const mails = await db.mail.findMany({ where: { memberId: member.id, kind: 'recall.told' } });
    expect(mails.map(({ to }) => to)).toEqual([email]);
  });
});
