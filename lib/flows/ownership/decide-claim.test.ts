import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { askClaim, objectToClaim, withdrawClaim } from '@/lib/ownership/commands';
import { claimMoves, claimStatesBefore } from '@/lib/ownership/policy';
import { getClaimToDecide, getOwnClaim, listClaims } from '@/lib/ownership/queries/claims';
import { react } from '@/lib/server/react';
import { makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { reactToAll } from '@/tests/support/feedback-factories';
import { hold, isOwnedBy, makeDevice, makeHandedOut, standOf } from '@/tests/support/owned-devices';
import { untilWaiting } from '@/tests/support/database';
import { refusal } from '@/tests/support/refusal';

import { decideClaim, moveClaims } from './decide-claim';
import { acceptTransfer, makeTransfer } from './transfer';

const proof = 'My sister gave it to me in May.';

async function claimed(device?: { productId: string; serial: string }) {
  const [one, claimant, operator] = [device ?? (await makeDevice()), await makeMember(), await makeOperator()];
  const { productId, serial } = one;
  const { id: claimId } = await transact(askClaim)(claimant, { productId, serial, proof, pictures: [] });
  const decide = (verdict: 'ACCEPT' | 'REFUSE', actor = operator) =>
    decideClaim(actor, { claimId, verdict, reason: 'The receipt fits' });
  const stateOf = async () => (await db.ownerClaim.findUniqueOrThrow({ where: { id: claimId } })).state;
  return { claimant, operator, claimId, decide, stateOf };
}

const inEightDays = () => after(clock(), 8 * day);

describe('a request for a device', () => {
  it('that has an owner tells them, and moves it after seven days without an objection', async () => {
    const device = await makeDevice();
    const { claimant, decide, claimId, stateOf } = await claimed(device);
    await decide('ACCEPT');
    expect([await stateOf(), await moveClaims(after(clock(), 6 * day))]).toEqual(['ACCEPTED', 0]);
    expect(await standOf(device.unitId)).toMatchObject(isOwnedBy(device.owner));
    await moveClaims(inEightDays());
    expect(await stateOf()).toBe('MOVED');
    expect(await standOf(device.unitId)).toEqual({ state: 'TRANSFERRED', spans: 2, ...isOwnedBy(claimant) });
    await reactToAll(react);
    const told = await db.notification.findMany({ where: { memberId: device.owner.id } });
    expect(told.map(({ kind }) => kind)).toContain('owner.claimMoved');
    expect(JSON.stringify(told)).not.toContain(claimant.name);
    expect(await db.auditEntry.count({ where: { act: 'claim.decide', subjectId: claimId } })).toBe(1);
  });

  it('is objected to by its owner alone and in time; then staff decide for good', async () => {
    const device = await makeDevice();
    const { claimId, decide, stateOf, claimant } = await claimed(device);
    const object = (actor = device.owner, now?: Date) =>
      refusal(transact(objectToClaim)(actor, { claimId, objection: 'It is on my desk' }, { now }));
    expect(await object()).toBe('not-found');
    await decide('ACCEPT');
    await reactToAll(react);
    const told = await db.notification.findMany({ where: { memberId: device.owner.id, kind: 'owner.claimed' } });
    expect(told).toHaveLength(1);
    expect(await object(claimant)).toBe('not-found');
    expect(await object(device.owner, inEightDays())).toBe('claim-over');
    expect(await object()).toBe('done');
    expect([await stateOf(), await moveClaims(inEightDays())]).toEqual(['OBJECTED', 0]);
    await decide('ACCEPT');
    expect(await standOf(device.unitId)).toMatchObject(isOwnedBy(claimant));
  });

  it('moves at once what nobody owns; what is in stock, on its way or unknown is not given away', async () => {
    const [free, stock] = [await makeHandedOut(), await makeHandedOut()];
    const { claimant, decide } = await claimed(free);
    await decide('ACCEPT');
    expect(await standOf(free.unitId)).toMatchObject({ state: 'OWNED', ...isOwnedBy(claimant) });
    await db.unit.update({ where: { id: stock.unitId }, data: { state: 'RECEIVED' } });
    expect(await refusal((await claimed(stock)).decide('ACCEPT'))).toBe('claim-unit-state');
    expect(await refusal((await claimed({ ...stock, serial: 'NOBODY-1' })).decide('ACCEPT'))).toBe('claim-unit');
  });

  it('goes back to staff where its device has another owner by then', async () => {
    const device = await makeDevice();
    const { decide, stateOf } = await claimed(device);
    await decide('ACCEPT');
    const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName: false });
    const receiver = await makeMember();
    await acceptTransfer(receiver, { code });
    await moveClaims(inEightDays());
    expect(await stateOf()).toBe('ASKED');
    expect(await standOf(device.unitId)).toMatchObject(isOwnedBy(receiver));
  });

  it('that was objected to is put to the owner whom the device has by then, too', async () => {
    const device = await makeDevice();
    const { claimId, decide, stateOf, claimant } = await claimed(device);
    const object = (who: typeof claimant) => transact(objectToClaim)(who, { claimId, objection: 'It is on my desk' });
    await decide('ACCEPT');
    await object(device.owner);
    const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName: false });
    const receiver = await makeMember();
    await acceptTransfer(receiver, { code });
    await decide('ACCEPT');
    expect([await stateOf(), await standOf(device.unitId)]).toMatchObject(['ACCEPTED', isOwnedBy(receiver)]);
    await object(receiver);
    await decide('ACCEPT');
    expect([await stateOf(), await standOf(device.unitId)]).toMatchObject(['MOVED', isOwnedBy(claimant)]);
  });

  it('waits while another one was accepted for the same device', async () => {
    const device = await makeDevice();
    const [first, second] = [await claimed(device), await claimed(device)];
    await first.decide('ACCEPT');
    expect(await refusal(second.decide('ACCEPT'))).toBe('claim-other');
    await first.decide('REFUSE');
    await second.decide('ACCEPT');
    expect([await first.stateOf(), await second.stateOf()]).toEqual(['REFUSED', 'ACCEPTED']);
    await second.decide('REFUSE');
  });

  it('is not decided by staff who made it, nor accepted or refused by those whose device it is about', async () => {
    const [device, free] = [await makeDevice(), await makeHandedOut()];
    const operator = await makeOperator();
    const { productId, serial } = free;
    const { id: claimId } = await transact(askClaim)(operator, { productId, serial, proof, pictures: [] });
    const { decide, stateOf } = await claimed(device);
    await db.ownership.update({ where: { id: device.ownershipId }, data: { memberId: operator.id } });
    for (const verdict of ['ACCEPT', 'REFUSE'] as const) {
      expect(await refusal(decideClaim(operator, { claimId, verdict, reason: 'Mine' }))).toBe('claim-own');
      expect(await refusal(decide(verdict, operator))).toBe('claim-own');
    }
    expect([await stateOf(), (await standOf(free.unitId)).owners]).toEqual(['ASKED', []]);
  });

  it('is decided by those who may, once; refused or withdrawn it is over, and may be made again', async () => {
    const device = await makeDevice();
    const { claimant, claimId, decide, stateOf } = await claimed(device);
    expect(await refusal(decide('ACCEPT', claimant))).toBe('forbidden');
    const again = () =>
      refusal(
        transact(askClaim)(claimant, { productId: device.productId, serial: device.serial, proof, pictures: [] }),
      );
    expect(await again()).toBe('claim-asked');
    await decide('REFUSE');
    await reactToAll(react);
    const told = await db.notification.findMany({ where: { memberId: claimant.id } });
    expect(told.map(({ kind }) => kind)).toEqual(['owner.claimRefused']);
    expect(await refusal(decide('ACCEPT'))).toBe('claim-over');
    expect(await refusal(transact(withdrawClaim)(claimant, { claimId }))).toBe('claim-over');
    expect([await stateOf(), await again()]).toEqual(['REFUSED', 'done']);
  });

  it('moves or is objected to, not both', async () => {
    const device = await makeDevice();
    const { claimId, decide, stateOf } = await claimed(device);
    await decide('ACCEPT');
    const release = await hold(device.unitId);
    const moving = moveClaims(inEightDays());
    await untilWaiting(1);
    await transact(objectToClaim)(device.owner, { claimId, objection: 'It is on my desk' });
    await release();
    expect([await moving, await stateOf()]).toEqual([0, 'OBJECTED']);
    expect(await standOf(device.unitId)).toMatchObject(isOwnedBy(device.owner));
  });

  it('shows neither side who the other is, and its proof to staff and its maker only', async () => {
    const device = await makeDevice();
    const { claimant, claimId, decide, operator } = await claimed(device);
    await decide('ACCEPT');
    const seen = async (who: typeof claimant) => JSON.stringify(await getOwnClaim(reading(who), { id: claimId }));
    expect(await seen(device.owner)).not.toContain(proof);
    expect(await seen(device.owner)).not.toContain(claimant.handle);
    expect(await seen(claimant)).not.toContain(device.owner.handle);
    expect(await seen(await makeMember())).toBe('null');
    expect(await getClaimToDecide(reading(operator), { id: claimId })).toMatchObject({ proof });
    expect(await getClaimToDecide(reading(claimant), { id: claimId })).toBeNull();
    expect((await listClaims(reading(claimant), { decided: true })).claims).toEqual([]);
  });
});

it('has one table of what may follow', () => {
  expect(claimStatesBefore('WITHDRAWN').toSorted()).toEqual(['ACCEPTED', 'ASKED', 'OBJECTED']);
  expect(claimStatesBefore('ACCEPTED')).toEqual(['ASKED', 'OBJECTED']);
  for (const end of ['MOVED', 'REFUSED', 'WITHDRAWN'] as const) expect(claimMoves[end]).toEqual([]);
});
