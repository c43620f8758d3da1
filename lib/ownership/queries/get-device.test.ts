import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { endOwnership } from '@/lib/ownership/commands';
import { getWarranty } from '@/lib/units/queries/get-warranty';
import { maskedSerial } from '@/lib/units/identifiers';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeOwner, makeProduct, type MadeProduct } from '@/tests/support/feedback-factories';
import { word } from '@/tests/support/word';
import { listReleasesOf } from '@/lib/feedback/queries/releases-of';
import { listBoardsOf } from '@/lib/forum/queries/boards-of';

import { getDevice } from './get-device';

async function owned() {
  const [product, owner] = [await makeProduct(), await makeMember()];
  const { id } = await makeOwner(product, owner);
  const { unitId, orderId } = await db.ownership.findUniqueOrThrow({ where: { id } });
  return { product, owner, id, unitId, orderId: orderId! };
}

const note = (unitId: string, seq: number, kind: 'RECEIVED' | 'SHIPPED' | 'OWNED' | 'REFUNDED', orderId?: string) =>
  db.unitEvent.create({ data: { unitId, seq, kind, orderId, note: 'Shelf 4, Ms Li', at: clock() } });

describe('a device', () => {
  it('is shown to its owner alone, and to nobody once it is theirs no more', async () => {
    const { owner, id, unitId } = await owned();
    expect(await getDevice(reading(owner), { id })).toMatchObject({ id, unit: { id: unitId } });
    for (const other of [await makeMember(), await makeMember({ roles: ['ADMIN'] }), undefined])
      expect(await getDevice(reading(other), { id })).toBeNull();
    expect(await getDevice(reading(owner), { id: 'nothing' })).toBeNull();
    await inTransaction(system, (ctx) => endOwnership(ctx, { unitId }));
    expect(await getDevice(reading(owner), { id })).toBeNull();
  });

  it('tells what happened to it, and neither notes, nor warehouses, nor money', async () => {
    const { owner, id, unitId, orderId } = await owned();
    await note(unitId, 1, 'RECEIVED');
    await note(unitId, 2, 'SHIPPED', orderId);
    await note(unitId, 3, 'OWNED', orderId);
    await note(unitId, 4, 'REFUNDED', orderId);
    const device = await getDevice(reading(owner), { id });
    expect(device!.unit.events.map(({ kind }) => kind)).toEqual(['OWNED', 'SHIPPED']);
    expect(JSON.stringify(device)).not.toContain('Shelf 4');
  });

  it('has the boards that its owner may read, and no other member', async () => {
    const [product, owner] = [await makeProduct({ visibility: 'OWNERS' }), await makeMember()];
    await makeOwner(product, owner);
    const seen = async (who?: typeof owner) => (await listBoardsOf(reading(who), { productId: product.id })).length;
    expect([await seen(owner), await seen(await makeMember()), await seen()]).toEqual([1, 0, 0]);
  });
});

describe('the warranty of a unit', () => {
  it('is reckoned from the delivery of the order that brought it, by what its market promised then', async () => {
    const { unitId, orderId } = await owned();
    const stand = () => getWarranty(reading(), { unitId });
    expect(await stand()).toBeNull();
    await note(unitId, 1, 'OWNED', orderId);
    expect(await stand()).toBeNull();
    const deliveredAt = new Date('2026-03-10T08:00:00Z');
    await db.shipment.create({ data: { orderId, carrier: 'DHL', tracking: 'T', shippedAt: deliveredAt, deliveredAt } });
    for (const [months, lastDay] of [
      [24, '2028-03-10'],
      [6, '2026-09-10'],
    ] as const) {
      await promise(orderId, months);
      expect(await stand()).toMatchObject({ lastDay });
    }
    await promise(orderId, null);
    expect(await stand()).toBeNull();
    await promise(orderId, 24);
    await db.order.update({ where: { id: orderId }, data: { state: 'REFUNDED' } });
    expect(await stand()).toBeNull();
  });
});

describe('the releases of a unit', () => {
  it('are those that concern it, with the ideas that everyone may read and who had them', async () => {
    const product = await makeProduct();
    const madeAt = new Date('2026-05-01T00:00:00Z');
    const firmware = await release(product, 'FIRMWARE', '2026-06-01');
    await release(product, 'HARDWARE', '2026-06-02');
    const hardware = await release(product, 'HARDWARE', '2026-04-01');
    await release(product, 'APP', null);
    await release(await makeProduct(), 'FIRMWARE', '2026-06-01');
    const [open, hidden] = [await credited(product, firmware), await credited(product, firmware)];
    await db.hiding.create({ data: { postId: hidden.postId, reason: 'x', at: clock() } });
    const found = await listReleasesOf(reading(), { productId: product.id, madeAt });
    expect(found.map(({ slug }) => slug)).toEqual([firmware.slug, hardware.slug]);
    expect(found[0]!.ideas).toEqual([
      expect.objectContaining({ title: open.title, people: [expect.objectContaining({ handle: open.author.handle })] }),
    ]);
  });
});

it('shows of a serial its last signs only, and of a short one fewer', () => {
  expect(['FA-7K2M-91XQ', 'ABC-12', 'AB1', ''].map(maskedSerial)).toEqual(['•••1XQ', '•••12', '•••1', '•••']);
});

async function promise(orderId: string, warranty: number | null): Promise<void> {
  const { market, marketVersion } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  const where = { market_version: { market, version: marketVersion } };
  const { data } = await db.marketVersion.findUniqueOrThrow({ where });
  const promises = { packing: null, returns: null, warranty };
  await db.marketVersion.update({ where, data: { data: { ...(data as object), promises } } });
}

async function release(product: MadeProduct, kind: 'HARDWARE' | 'FIRMWARE' | 'APP', day: string | null) {
  const at = day ? new Date(`${day}T00:00:00Z`) : null;
  const words = { slug: `r-${word()}`, version: word(), title: 'Better', markdown: 'It is.', html: '<p>It is.</p>' };
  const data = { ...words, productId: product.id, kind, createdAt: clock(), publishedAt: at };
  return db.release.create({ data, select: { id: true, slug: true } });
}

async function credited(product: MadeProduct, { id: releaseId }: { id: string }) {
  const idea = await makeIdea(product, { stage: 'SHIPPED' });
  await db.idea.update({ where: { id: idea.id }, data: { releaseId } });
  await db.releaseCredit.create({ data: { releaseId, ideaId: idea.id, memberId: idea.author.id, reason: 'IDEA' } });
  return idea;
}
