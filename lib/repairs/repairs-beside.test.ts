/** What happens to a repair while something else happens to its device: passed on, returned and sold again, lost, recalled. */
import { describe, expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { acceptTransfer, makeTransfer } from '@/lib/flows/ownership/transfer';
import { askForRepair, openRepair } from '@/lib/flows/repairs/ask-for-repair';
import { fitRepairPart } from '@/lib/flows/repairs/do-repair';
import { readToAsk } from '@/lib/flows/repairs/read-repairs';
import { readStaffRepair } from '@/lib/flows/repairs/read-staff-repair';
import { makeShop } from '@/tests/support/cart-factories';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { makeDevice, standOf, type OwnedDevice } from '@/tests/support/owned-devices';
import { refusal } from '@/tests/support/refusal';
import { makeExamined, makeRepair } from '@/tests/support/repair-factories';
import { standOfStock } from '@/tests/support/stock-factories';

const askAgain = (actor: Awaited<ReturnType<typeof makeMember>>, unitId: string) =>
  askForRepair(actor, { unitId, note: 'It hums', shipTo: '', locale: 'en' });

async function passOn({ owner, ownershipId }: OwnedDevice) {
  const { code } = await makeTransfer(owner, { ownershipId, sharesName: false });
  const next = await makeMember();
  await acceptTransfer(next, { code });
  return next;
}

describe('a device that was passed on', () => {
  it('is asked to be repaired by its next owner, whatever the one before had asked for and never sent', async () => {
    for (const decided of [false, true]) {
      const device = await makeDevice();
      const before = await makeRepair(device);
      if (decided) await before.decide();
      const next = await passOn(device);
      expect(await readToAsk(reading(next), device)).toMatchObject({ open: null, can: true });
      const { number } = await askAgain(next, device.unitId);
      expect(await db.repair.findUniqueOrThrow({ where: { number } })).toMatchObject({ memberId: next.id });
      expect((await before.read()).state).toBe('CANCELLED');
      expect(await db.repairStep.count({ where: { repairId: before.repairId, state: 'CANCELLED' } })).toBe(1);
    }
  });

  it('is opened by staff for its next owner likewise', async () => {
    const device = await makeDevice();
    const before = await makeRepair(device);
    const next = await passOn(device);
    const { number } = await openRepair(before.staff, { unitId: device.unitId, note: 'At the desk', locale: 'en' });
    expect(await db.repair.findUniqueOrThrow({ where: { number } })).toMatchObject({ memberId: next.id });
    expect((await before.read()).state).toBe('CANCELLED');
  });

  it('out of the workshop unnoted leaves a repair that staff can end', async () => {
    const device = await makeDevice();
    const repair = await makeExamined(device);
    await device.note('OWNED');
    const next = await passOn(device);
    expect(await refusal(repair.handOver('COLLECTED'))).toBe('repair-other-owner');
    expect(await readToAsk(reading(next), device)).toMatchObject({ open: null, can: false });
    expect(await readStaffRepair(reading(repair.staff), repair)).toMatchObject({ isTheirs: false });
    await repair.handOver('KEPT');
    expect(await standOf(device.unitId)).toMatchObject({ state: 'TRANSFERRED', owners: [next.id], hand: next.id });
    await askAgain(next, device.unitId);
  });
});

describe('a device that is with the workshop', () => {
  it('and is lost there is handed over to nobody, until it is found', async () => {
    const device = await makeDevice();
    const repair = await makeExamined(device);
    await device.note('LOST');
    expect(await refusal(repair.handOver('COLLECTED'))).toBe('unit-state');
    expect(await refusal(repair.handOver('SHIPPED'))).toBe('unit-state');
    await device.note('FOUND');
    await repair.handOver('COLLECTED');
    expect(await standOf(device.unitId)).toMatchObject({ state: 'OWNED', hand: device.owner.id });
  });

  it('and is recalled meanwhile is its owner’s as any other once it was repaired, and stays recalled where it was not', async () => {
    const device = await makeDevice();
    const repair = await makeExamined(device);
    await repair.quote(0);
    await repair.work('WORKING');
    await device.note('RECALLED');
    await repair.work('TESTING', 'READY');
    expect((await standOf(device.unitId)).state).toBe('REPAIRED');
    await repair.handOver('COLLECTED');
    expect(await standOf(device.unitId)).toMatchObject({ state: 'OWNED', hand: device.owner.id });
    const other = await makeDevice();
    const undone = await makeExamined(other);
    await other.note('RECALLED');
    await undone.handOver('COLLECTED');
    expect((await standOf(other.unitId)).state).toBe('RECALLED');
  });
});

it('an intake that is corrected is told again only where something of the lock changed', async () => {
  const repair = await makeRepair();
  await repair.decide();
  const mails = async () => {
    await runJobs();
    return db.mail.count({ where: { memberId: repair.owner.id, kind: { in: ['repair.received', 'repair.locked'] } } });
  };
  await repair.takeIn({ lockOff: false });
  await repair.takeIn({ lockOff: false });
  expect(await mails()).toBe(1);
  await repair.takeIn();
  expect(await mails()).toBe(2);
  await repair.takeIn();
  expect(await mails()).toBe(2);
});

it('a form of a part is of one repair, one part and one number: sent again with anything else it is refused, not swallowed', async () => {
  const repair = await makeExamined();
  await repair.quote(0);
  const { variantIds, places } = await makeShop(5);
  const { sku } = await db.variant.update({
    where: { id: variantIds[0]! },
    data: { sku: `PART-${repair.number}` },
    select: { sku: true },
  });
  const part = { repairId: repair.repairId, once: crypto.randomUUID(), sku: sku!, quantity: 1, locationId: places[0] };
  const ends = await Promise.all([1, 2, 3].map(() => refusal(fitRepairPart(repair.staff, part))));
  expect(ends).toEqual(['done', 'done', 'done']);
  expect(await standOfStock(variantIds[0]!)).toMatchObject({ CUSTOMER: 1 });
  expect(await refusal(fitRepairPart(repair.staff, { ...part, quantity: 2 }))).toBe('repair-part-sent');
  const other = await makeExamined();
  await other.quote(0);
  const there = { ...part, repairId: other.repairId };
  expect(await refusal(fitRepairPart(other.staff, there))).toBe('repair-part-sent');
  expect(await standOfStock(variantIds[0]!)).toMatchObject({ CUSTOMER: 1 });
});
