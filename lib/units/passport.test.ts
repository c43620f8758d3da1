import { describe, expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { registerPassport } from '@/lib/flows/ownership/register-passport';
import { makeMember } from '@/tests/support/factories';
import { isOwnedBy, makeDevice, makeHandedOut, standOf } from '@/tests/support/owned-devices';
import { refusal } from '@/tests/support/refusal';

import { passportAddress, passportQr } from './passport-qr';
import { getPassport } from './queries/get-passport';
import { listLabels } from './queries/labels';

const keyOf = async (unitId: string) => (await db.unit.findUniqueOrThrow({ where: { id: unitId } })).passport;

describe('the passport of a unit', () => {
  it('has a key of its own that says nothing of the unit, and opens it however it is typed', async () => {
    const [one, two] = [await makeDevice(), await makeDevice()];
    const [first, second] = [await keyOf(one.unitId), await keyOf(two.unitId)];
    expect(first).toMatch(/^[0-9A-F]{32}$/);
    expect(first).not.toBe(second);
    expect(await getPassport(reading(), { key: first.toLowerCase() })).toMatchObject({ id: one.unitId });
    for (const key of ['', 'nothing', '0'.repeat(32), one.serial, one.unitId])
      expect(await getPassport(reading(), { key })).toBeNull();
  });

  it('tells repairs and recalls, and neither who owns it, nor notes, nor the whole serial, nor its order', async () => {
    const device = await makeDevice();
    await device.note('REPAIRED');
    await db.unitEvent.create({
      data: { unitId: device.unitId, seq: 99, kind: 'RECALLED', note: 'Ms Li called', at: clock() },
    });
    const passport = await getPassport(reading(), { key: await keyOf(device.unitId) });
    expect(passport!.events.map(({ kind }) => kind)).toEqual(['RECALLED', 'REPAIRED']);
    const said = JSON.stringify(passport);
    for (const hidden of [device.owner.id, device.owner.handle, 'Ms Li', device.serial, device.orderId])
      expect(said).not.toContain(hidden);
    expect(passport!.serial).toBe(`•••${device.serial.slice(-3)}`);
  });

  it('is not there for a product that nobody knows of', async () => {
    const { unitId, productId } = await makeHandedOut();
    const key = await keyOf(unitId);
    expect(await getPassport(reading(), { key })).not.toBeNull();
    await db.product.update({ where: { id: productId }, data: { status: 'DRAFT' } });
    expect(await getPassport(reading(), { key })).toBeNull();
  });

  it('registers what was handed out, and answers for the rest as a serial does', async () => {
    const [free, owned, member] = [await makeHandedOut(), await makeDevice(), await makeMember()];
    const register = async (unitId: string) => registerPassport(member, { key: await keyOf(unitId) });
    await register(free.unitId);
    expect(await standOf(free.unitId)).toMatchObject(isOwnedBy(member));
    expect(await refusal(register(free.unitId))).toBe('device-yours');
    expect(await refusal(register(owned.unitId))).toBe('serial-proof');
    expect(await refusal(registerPassport(member, { key: '0'.repeat(32) }))).toBe('not-found');
  });
});

describe('the code in the box', () => {
  it('leads to the passport and is drawn within its square', async () => {
    const key = 'A'.repeat(32);
    expect(passportAddress(key)).toMatch(/^https?:\/\/.+\/passport\/A{32}$/);
    const { size, path } = passportQr(key);
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...places)).toBe(2);
    expect(Math.max(...places)).toBe(size - 3);
  });

  it('is printed for one unit or all that came with it, by staff alone', async () => {
    const { unitId, productId, variantId } = await makeHandedOut();
    const { createdAt } = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
    const more = ['B-1', 'B-2'].map((serial) => ({
      productId,
      variantId,
      serial,
      state: 'RECEIVED' as const,
      createdAt,
    }));
    await db.unit.createMany({ data: [...more, { ...more[0]!, serial: 'C-1', createdAt: new Date(0) }] });
    const agent = await makeMember({ roles: ['SUPPORT'] });
    const labels = async (all: boolean, who = agent) =>
      (await listLabels(reading(who), { unitId, all }))?.labels.length;
    expect([await labels(false), await labels(true), await labels(true, await makeMember())]).toEqual([
      1,
      3,
      undefined,
    ]);
  });
});
