/** Devices that are repaired: from the request to the hand-over, at a price that never rises unasked, for nobody but their owner. */
import { describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { makeTransfer, acceptTransfer } from '@/lib/flows/ownership/transfer';
import { askForRepair, openRepair } from '@/lib/flows/repairs/ask-for-repair';
import { closeOldRepairs } from '@/lib/flows/repairs/close-old';
import { fitRepairPart } from '@/lib/flows/repairs/do-repair';
import { cancelOwnRepair, closeOwnRepair } from '@/lib/flows/repairs/own-repair';
import { readOwnRepair, readRepairsOfOrder, readToAsk } from '@/lib/flows/repairs/read-repairs';
import { readStaffRepair } from '@/lib/flows/repairs/read-staff-repair';
import { guestKeys } from '@/lib/orders/guest-key';
import { getRepairWarranty, getWarranty } from '@/lib/units/queries/get-warranty';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { makeDevice, standOf, type OwnedDevice } from '@/tests/support/owned-devices';
import { delivered, unitsOf } from '@/tests/support/return-factories';
import { refusal } from '@/tests/support/refusal';
import { makeExamined, makeRepair } from '@/tests/support/repair-factories';
import { standOfStock } from '@/tests/support/stock-factories';
import { makeShop } from '@/tests/support/cart-factories';

import { getFigures, listRepairs } from './queries/staff';
import { listOwnOfUnit } from './queries/own';

const ask = (actor: SignedIn | typeof guest, unitId: string, key?: string) =>
  askForRepair(actor, { unitId, key, note: 'It hums', shipTo: '', locale: 'en' });
const mailsOf = async (memberId: string) =>
  (await db.mail.findMany({ where: { memberId, kind: { startsWith: 'repair.' } }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind }) => kind,
  );

describe('a repair', () => {
  it('under warranty, from the request to the hand-over: told, free, tested, back in hand, and guaranteed for longer', async () => {
    const device = await makeDevice();
    const before = (await getWarranty(reading(device.owner), device))!;
    const repair = await makeRepair(device);
    const { owner, unitId, staff, repairId } = repair;
    expect(await repair.read()).toMatchObject({ state: 'ASKED', inWarranty: true });
    await repair.decide();
    const { variantIds, places } = await makeShop(2);
    await repair.takeIn({ lockOff: false, locationId: places[0] });
    expect(await standOf(unitId)).toMatchObject({ state: 'IN_REPAIR', owners: [owner.id], hand: null });
    expect(await db.holding.count({ where: { unitId, until: null, locationId: places[0] } })).toBe(1);
    expect(await refusal(makeTransfer(owner, { ownershipId: device.ownershipId, sharesName: false }))).toBe(
      'device-not-now',
    );
    expect(await refusal(repair.diagnose())).toBe('repair-locked');
    await repair.takeIn();
    await repair.diagnose();
    expect(await refusal(repair.work('WORKING'))).toBe('repair-moved');
    await repair.quote(0);
    expect((await repair.read()).state).toBe('ACCEPTED');
    await repair.work('WAITING_PARTS', 'WORKING');

    const { sku } = await db.variant.update({
      where: { id: variantIds[0]! },
      data: { sku: `PART-${repair.number}` },
      select: { sku: true },
    });
    const part = { repairId, once: crypto.randomUUID(), sku: sku!, quantity: 2, locationId: places[0] };
    await fitRepairPart(staff, part);
    await fitRepairPart(staff, part);
    expect(await standOfStock(variantIds[0]!)).toMatchObject({ CUSTOMER: 2 });
    const more = { ...part, once: crypto.randomUUID(), quantity: 1 };
    expect(await refusal(fitRepairPart(staff, more))).toBe('out-of-stock');
    expect(await refusal(fitRepairPart(staff, { ...more, sku: 'NOTHING' }))).toBe('repair-part');
    expect(await db.repairPart.count({ where: { repairId } })).toBe(1);

    await repair.work('TESTING', 'WORKING', 'TESTING', 'READY');
    expect((await standOf(unitId)).state).toBe('REPAIRED');
    expect(await refusal(repair.handOver('SHIPPED', { carrier: '' }))).toBe('repair-carrier');
    await repair.handOver('SHIPPED');
    expect(await standOf(unitId)).toMatchObject({ state: 'OWNED', owners: [owner.id], hand: null });
    await closeOwnRepair(owner, { repairId, locale: 'en' });
    expect(await standOf(unitId)).toMatchObject({ state: 'OWNED', hand: owner.id, spans: 1 });
    await runJobs();
    expect(await mailsOf(owner.id)).toEqual(
      ['asked', 'approved', 'locked', 'received', 'agreed', 'ready', 'sentBack'].map((kind) => `repair.${kind}`),
    );

    // The market's two years are longer than a year from now; where they were nearly over, the repair's year is.
    expect((await getWarranty(reading(owner), device))!.lastDay).toBe(before.lastDay);
    await db.shipment.updateMany({
      where: { orderId: device.orderId },
      data: { deliveredAt: after(clock(), -700 * day) },
    });
    const longer = (await getWarranty(reading(owner), device))!;
    expect(longer.at.getTime()).toBeGreaterThan(after(clock(), 360 * day).getTime());
    expect(await getRepairWarranty(reading(owner), device)).toBeNull();
  });

  it('that costs something waits for its owner, is paid before it goes, and is guaranteed by itself', async () => {
    const repair = await makeExamined();
    const { owner, unitId } = repair;
    expect(await refusal(repair.quote(0, '49.00'))).toBe('repair-uncovered');
    expect(await refusal(repair.quote(0, 'much', 'Water'))).toBe('repair-amount');
    await repair.quote(0, '49.00', 'Water got in');
    expect(await refusal(repair.work('WORKING'))).toBe('repair-moved');
    expect(await refusal(repair.answer(1, 'ACCEPTED', await makeMember()))).toBe('not-found');
    expect(await refusal(repair.answer(1, 'ACCEPTED', guest))).toBe('not-found');
    await repair.answer(1, 'ACCEPTED');
    await repair.work('WORKING');
    // Cheaper needs nobody; dearer does, and the work waits.
    await repair.quote(1, '39.00', 'Water got in');
    expect((await repair.read()).state).toBe('ACCEPTED');
    await repair.quote(2, '39.01', 'Water got in');
    expect((await repair.read()).state).toBe('QUOTED');
    expect(await refusal(repair.work('WORKING'))).toBe('repair-moved');
    await repair.answer(3, 'ACCEPTED');
    await repair.work('WORKING', 'TESTING', 'READY');
    expect(await refusal(repair.handOver('COLLECTED'))).toBe('repair-unpaid');
    await repair.handOver('COLLECTED', { paidNote: 'Card terminal 0042' });
    // Two weeks later it ends by itself, and no other.
    expect(await closeOldRepairs(after(clock(), 13 * day))).toBe(0);
    expect(await standOf(unitId)).toMatchObject({ state: 'OWNED', hand: owner.id });
    expect((await getRepairWarranty(reading(owner), { unitId }))?.holds).toBe(true);
    await runJobs();
    expect(await mailsOf(owner.id)).toContain('repair.quoted');
    expect(await db.notification.count({ where: { memberId: repair.staff.id, kind: 'repair.answered' } })).toBe(2);
    const figures = await getFigures(reading(repair.staff));
    expect(figures).toMatchObject({ again: 0 });
    expect(figures!.medianHours).toBeGreaterThanOrEqual(0);
    // Another one of the same device is one again, once it is handed over.
    const again = await makeExamined({ owner, unitId } as OwnedDevice);
    await again.handOver('COLLECTED');
    await closeOldRepairs(after(clock(), 15 * day));
    expect([(await repair.read()).state, (await again.read()).state]).toEqual(['CLOSED', 'CLOSED']);
    expect((await getFigures(reading(repair.staff)))!.again).toBe(1);
  });

  it('that its owner declined goes back as it is, at no cost and without a warranty, and may be quoted again before', async () => {
    const repair = await makeExamined();
    await repair.quote(0, '49', 'Water');
    await repair.answer(1, 'DECLINED');
    // What was declined is no consent to the same price.
    await repair.quote(1, '49', 'Water');
    expect((await repair.read()).state).toBe('QUOTED');
    await repair.answer(2, 'DECLINED');
    await repair.handOver('COLLECTED');
    expect(await repair.read()).toMatchObject({ state: 'HANDED_OVER', warrantyMonths: null, paidNote: '' });
    expect((await standOf(repair.unitId)).state).toBe('OWNED');
  });

  it('is refused or canceled before it is sent, and then asked for again', async () => {
    const repair = await makeRepair();
    const { owner, unitId, repairId } = repair;
    expect(await refusal(ask(owner, unitId))).toBe('repair-open');
    await repair.decide('APPROVED');
    await repair.decide('REFUSED');
    expect(await refusal(cancelOwnRepair(owner, { repairId, locale: 'en' }))).toBe('repair-moved');
    const next = await makeRepair({ owner, unitId } as OwnedDevice);
    await cancelOwnRepair(owner, { repairId: next.repairId, locale: 'en' });
    expect(await refusal(next.takeIn())).toBe('repair-moved');
  });
});

describe('whose repair it is', () => {
  it('is the owner’s of the device, also a guest’s by the key of their order, and nobody else’s', async () => {
    const { buyer: owner, orderId } = await delivered();
    const { unitId } = (await unitsOf(orderId))[0]!;
    const key = guestKeys.make(orderId);
    expect(await refusal(ask(await makeMember(), unitId))).toBe('not-found');
    expect(await refusal(ask(guest, unitId))).toBe('not-found');
    // A key opens the orders of guests alone.
    expect(await refusal(ask(guest, unitId, key))).toBe('not-found');
    await db.order.update({ where: { id: orderId }, data: { guestEmail: 'guest@example.com' } });
    const other = await makeDevice();
    expect(await refusal(ask(guest, other.unitId, key))).toBe('not-found');
    expect((await readToAsk(reading(guest), { key, unitId }))?.shipTo?.lines.length).toBeGreaterThan(1);
    const { number } = await ask(guest, unitId, key);
    await runJobs();
    const mail = await db.mail.findFirstOrThrow({ where: { kind: 'repair.asked', to: 'guest@example.com' } });
    expect(mail.html).toContain(`/repairs/${number}`);
    expect(await readOwnRepair(reading(guest), { key, number })).not.toBeNull();
    expect(await readOwnRepair(reading(owner), { number })).not.toBeNull();
    expect((await readRepairsOfOrder(reading(guest), { orderId })).rows).toHaveLength(1);
    for (const who of [await makeMember(), await makeMember({ roles: ['ADMIN'] }), guest])
      expect(await readOwnRepair(reading(who), { number })).toBeNull();
    expect(await readOwnRepair(reading(guest), { key: guestKeys.make(other.orderId), number })).toBeNull();
    expect(await readStaffRepair(reading(await makeMember()), { number })).toBeNull();
    expect((await listRepairs(reading(await makeMember()), { view: 'new' })).rows).toEqual([]);
  });

  it('stays with who asked: a device that is another’s by now is not taken in, nor read by its next owner', async () => {
    const device = await makeDevice();
    const repair = await makeRepair(device);
    await repair.decide();
    const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName: false });
    const next = await makeMember();
    await acceptTransfer(next, { code });
    expect(await refusal(repair.takeIn())).toBe('repair-other-owner');
    expect(await listOwnOfUnit(reading(next), device)).toEqual([]);
    expect((await standOf(device.unitId)).state).toBe('TRANSFERRED');
  });

  it('is opened by staff for the owner, and of what nobody owns by nobody', async () => {
    const { owner, unitId, note } = await makeDevice();
    const { staff } = await makeRepair();
    const { number } = await openRepair(staff, { unitId, note: 'At the desk', locale: 'en' });
    await runJobs();
    expect(await db.repair.findUnique({ where: { number } })).toMatchObject({ memberId: owner.id, state: 'APPROVED' });
    expect(await mailsOf(owner.id)).toEqual(['repair.approved']);
    await note('RETURNED');
    expect(await refusal(openRepair(staff, { unitId, note: 'Again', locale: 'en' }))).toBe('repair-no-owner');
  });

  it('ends with the shop where the order was refunded meanwhile, and only there', async () => {
    const device = await makeDevice();
    const repair = await makeExamined(device);
    expect(await refusal(repair.handOver('KEPT'))).toBe('repair-keeps');
    await device.refund();
    expect((await standOf(device.unitId)).state).toBe('REFUNDED');
    expect(await refusal(repair.handOver('COLLECTED'))).toBe('repair-other-owner');
    await repair.handOver('KEPT');
    expect((await standOf(device.unitId)).state).toBe('REFUNDED');
  });
});
