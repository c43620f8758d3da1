import { describe, expect, it } from 'vitest';

import { guest, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour } from '@/lib/core/time';
import { answerByLink, readAnswer } from '@/lib/flows/recalls/answer-recall';
import { acceptTransfer, makeTransfer } from '@/lib/flows/ownership/transfer';
import { registerSerial } from '@/lib/flows/ownership/register-serial';
import { guestKeys } from '@/lib/orders/guest-key';
import { makeMember } from '@/tests/support/factories';
import { makeDevice, makeHandedOut, standOf } from '@/tests/support/owned-devices';
import { eventsOf, mailsTo, makeDraft, makeOpenRecall, work } from '@/tests/support/recall-factories';
import { delivered } from '@/tests/support/return-factories';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { remindOwners } from './commands';
import { countUnits } from './queries/staff';
import { listOpenOfUnit } from './queries/own';
import { recallKeys } from './link-key';
import type { AnswerRecall } from './schema';

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
    const { unitId, unit, memberId } = await db.ownership.findFirstOrThrow({
      where: { orderId },
      include: { unit: true },
    });
    await db.member.update({ where: { id: memberId }, data: { handle: null, emailVerifiedAt: null } });
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
    for (const wrong of ['', 'nothing', `${key}x`, key.replace(/^./, (first) => (first === '0' ? '1' : '0'))])
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
    const keyFor = async (who: Actor) => (await listOpenOfUnit(reading(who), { unitId: device.unitId }))[0]!.key;
    expect([await keyFor(next), await keyFor(device.owner), await keyFor(guest)]).toEqual([
      (await rowOf()).key,
      null,
      null,
    ]);
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
