import { beforeEach, describe, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { noteUnitEvent } from '@/lib/flows/units/note-unit';
import type * as events from '@/lib/units/commands/write-event';
import { spellings } from '@/lib/units/queries/find-serial';
import { makeMember } from '@/tests/support/factories';
import { makeOperator } from '@/tests/support/drop-factories';
import { inOrder, isOwnedBy, makeDevice, makeHandedOut, standOf } from '@/tests/support/owned-devices';
import { refusal } from '@/tests/support/refusal';

import { registerSerial } from './register-serial';

const guard = vi.hoisted(() => ({ off: false }));

// With the guard off a unit is read and not held: what the control shows to go wrong.
vi.mock('@/lib/units/commands/write-event', async (original) => {
  const real = await original<typeof events>();
  return {
    ...real,
    lockUnit: (...[ctx, id]: Parameters<typeof real.lockUnit>) =>
      guard.off ? ctx.db.unit.findUniqueOrThrow({ where: { id } }) : real.lockUnit(ctx, id),
  };
});

beforeEach(() => void (guard.off = false));

describe('registering by serial', () => {
  it('makes somebody the owner of what was handed out and has none', async () => {
    const [{ unitId, productId, serial }, member] = [await makeHandedOut(), await makeMember()];
    const typed = ` ${serial.slice(0, 4).toLowerCase()} ${serial.slice(4)}`;
    await registerSerial(member, { productId, serial: typed });
    expect(await standOf(unitId)).toEqual({ state: 'OWNED', spans: 1, ...isOwnedBy(member) });
    expect(await refusal(registerSerial(member, { productId, serial }))).toBe('device-yours');
  });

  it('reads serials of ours without dashes, and with letters for the digits that look like them', () => {
    expect(spellings('fa7k2m9ixo')).toContain('FA-7K2M-91X0');
    expect(spellings('fa 7k2m 9ixo')).toContain('FA-7K2M-91X0');
    expect(spellings('FA-7K2M-91X0')).toEqual(['FA-7K2M-91X0']);
  });

  it('answers every other serial alike: unknown, in stock, on its way to a buyer, owned, refunded, of another product', async () => {
    const [owned, stock, way] = [await makeDevice(), await makeHandedOut(), await makeDevice()];
    const [refunded, elsewhere] = [await makeDevice(), await makeHandedOut()];
    await db.unit.update({ where: { id: stock.unitId }, data: { state: 'RECEIVED' } });
    await refunded.refund();
    await db.ownership.deleteMany({ where: { unitId: way.unitId } });
    await db.unit.update({ where: { id: way.unitId }, data: { state: 'SHIPPED' } });
    const asked = [
      owned,
      stock,
      way,
      refunded,
      { ...elsewhere, productId: owned.productId },
      { ...owned, serial: 'NONE' },
    ];
    const answers = asked.map(async ({ productId, serial }) =>
      refusal(registerSerial(await makeMember(), { productId, serial })),
    );
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['serial-proof']));
    expect(await standOf(owned.unitId)).toMatchObject(isOwnedBy(owned.owner));
  });

  it('is tried ten times an hour, and by a network forty times, those that succeed too', async () => {
    const [guesser, one] = [await makeMember(), await makeHandedOut()];
    const wrong = (actor = guesser) => refusal(registerSerial(actor, { productId: one.productId, serial: 'NONE' }));
    for (let nth = 0; nth < 10; nth += 1) expect(await wrong()).toBe('serial-proof');
    expect(await wrong()).toBe('rate-limited');
    expect(await refusal(registerSerial(guesser, one))).toBe('rate-limited');
    const answers: string[] = [];
    for (let nth = 0; nth < 41; nth += 1) answers.push(await wrong({ ...(await makeMember()), ip: '203.0.113.9' }));
    expect(answers.filter((answer) => answer === 'rate-limited')).toHaveLength(1);
  });

  it('follows on what staff note: sold or given away elsewhere', async () => {
    const [{ unitId, ...one }, member] = [await makeHandedOut(), await makeMember()];
    await db.unit.update({ where: { id: unitId }, data: { state: 'RECEIVED' } });
    const note = { unitId, kind: 'SHIPPED', note: 'To the shop in Lyon', shown: 2 } as const;
    await noteUnitEvent(await makeOperator(), note);
    await registerSerial(member, one);
    expect(await standOf(unitId)).toMatchObject(isOwnedBy(member));
  });
});

describe('two who register one serial at one moment', () => {
  async function both() {
    const [{ unitId, ...one }, first, second] = [await makeHandedOut(), await makeMember(), await makeMember()];
    const [won, lost] = await inOrder(unitId, ...[first, second].map((each) => () => registerSerial(each, one)));
    expect(won!.status).toBe('fulfilled');
    // Whatever happens, the database lets a unit have one owner.
    expect(await standOf(unitId)).toMatchObject({ spans: 1, ...isOwnedBy(first) });
    return (lost as PromiseRejectedResult).reason as { code?: string; message: string };
  }

  it('are told apart: one owns it, the other is asked for a proof', async () => {
    expect((await both()).code).toBe('serial-proof');
  });

  it('end in an error that nobody understands, where the unit is not held (control)', async () => {
    guard.off = true;
    const error = await both();
    expect(error.code).not.toBe('serial-proof');
    expect(JSON.stringify(error) + error.message).toContain('Ownership_one_owner');
  });
});
