import { beforeEach, describe, expect, it, vi } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { listBoardsOf } from '@/lib/forum/queries/boards-of';
import type * as transfers from '@/lib/ownership/commands/transfer';
import { takeBackTransfer } from '@/lib/ownership/commands';
import { getOpenTransfer } from '@/lib/ownership/queries/transfers';
import { react } from '@/lib/server/react';
import { untilWaiting } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { reactToAll } from '@/tests/support/feedback-factories';
import { makeBoard } from '@/tests/support/forum-factories';
import { hold, inOrder, isOwnedBy, makeDevice, standOf } from '@/tests/support/owned-devices';
import { refusal } from '@/tests/support/refusal';

import { acceptTransfer, lookUpTransfer, makeTransfer } from './transfer';

const guard = vi.hoisted(() => ({ off: false }));

// With the guard off a code is used up without asking whether it still can be: what the controls show to go wrong.
vi.mock('@/lib/ownership/commands/transfer', async (original) => {
  const real = await original<typeof transfers>();
  return {
    ...real,
    closeTransfer: (...given: Parameters<typeof real.closeTransfer>) =>
      guard.off ? Promise.resolve(true) : real.closeTransfer(...given),
  };
});

beforeEach(() => void (guard.off = false));

async function offered(sharesName = false) {
  const device = await makeDevice();
  const { code } = await makeTransfer(device.owner, { ownershipId: device.ownershipId, sharesName });
  const { id: transferId } = await db.ownerTransfer.findFirstOrThrow({
    where: { unitId: device.unitId, state: 'OPEN' },
  });
  return { ...device, code, transferId };
}

describe('a code that passes a device on', () => {
  it('makes its receiver the owner: the spans meet, the history says so, and boards and questions follow', async () => {
    const { owner, unitId, code, productId, serial } = await offered();
    const [receiver, now] = [await makeMember(), clock()];
    await makeBoard({ visibility: 'OWNERS', productId });
    await db.ownerQuestion.create({ data: { productId, text: 'How is it?', createdAt: now } });
    const { id } = await acceptTransfer(receiver, { code });
    expect(await standOf(unitId)).toEqual({ state: 'TRANSFERRED', spans: 2, ...isOwnedBy(receiver) });
    const [before, since] = await db.ownership.findMany({ where: { unitId }, orderBy: { registeredAt: 'asc' } });
    expect(before!.endedAt).toEqual(since!.registeredAt);
    expect(since).toMatchObject({ id, orderId: null });
    const boards = async (who: typeof owner) => (await listBoardsOf(reading(who), { productId })).length;
    expect([await boards(owner), await boards(receiver)]).toEqual([0, 1]);
    expect(await db.ownerPrompt.count({ where: { ownershipId: id } })).toBe(1);
    await reactToAll(react);
    const told = async (memberId: string) =>
      (await db.notification.findMany({ where: { memberId } })).map(({ kind }) => kind);
    expect(await told(owner.id)).toContain('owner.passedOn');
    expect(await told(receiver.id)).toEqual(['owner.registered']);
    const words = JSON.stringify(await db.notification.findMany({ where: { kind: 'owner.passedOn' } }));
    expect(words).toContain(serial);
    expect(words).not.toContain(receiver.name);
  });

  it('is read however it is typed, shows who passes it on only where they say so, and is kept as a digest', async () => {
    const [shy, open] = [await offered(false), await offered(true)];
    const typed = `${shy.code.slice(0, 4)} - ${shy.code.slice(4)}`.toLowerCase();
    const receiver = await makeMember();
    expect(await lookUpTransfer(receiver, { code: typed })).toMatchObject({ from: null, unitId: shy.unitId });
    expect(await lookUpTransfer(receiver, { code: open.code })).toMatchObject({ from: open.owner.name });
    expect(JSON.stringify(await db.ownerTransfer.findMany())).not.toContain(shy.code);
    expect(await refusal(acceptTransfer(shy.owner, { code: shy.code }))).toBe('transfer-own');
  });

  it('is used once, runs out after 14 days, ends with the next one and can be taken back', async () => {
    const [used, old, first] = [await offered(), await offered(), await offered()];
    await acceptTransfer(await makeMember(), { code: used.code });
    const later = after(clock(), 14 * day);
    const tried = async (code: string, now?: Date) => refusal(acceptTransfer(await makeMember(), { code }, { now }));
    expect(await tried(used.code)).toBe('transfer-unknown');
    expect(await tried(old.code, later)).toBe('transfer-unknown');
    const { owner, ownershipId, unitId } = first;
    const second = await makeTransfer(owner, { ownershipId, sharesName: false });
    expect(await tried(first.code)).toBe('transfer-unknown');
    const { id: transferId } = (await getOpenTransfer(reading(owner), { unitId }))!;
    const takeBack = transact(takeBackTransfer);
    expect(await refusal(takeBack(await makeMember(), { transferId }))).toBe('not-found');
    await takeBack(owner, { transferId });
    expect(await tried(second.code)).toBe('transfer-unknown');
    expect(await refusal(takeBack(owner, { transferId }))).toBe('transfer-over');
  });

  it('is made by its owner alone, and for nothing that is lost, in repair, recalled or refunded', async () => {
    const device = await makeDevice();
    const make = (actor = device.owner) => makeTransfer(actor, { ownershipId: device.ownershipId, sharesName: false });
    expect(await refusal(make(await makeMember()))).toBe('not-found');
    const { code } = await make();
    for (const kind of ['LOST', 'FOUND', 'OWNED', 'REPAIRED'] as const) {
      await device.note(kind);
      if (kind === 'OWNED') continue;
      expect(await refusal(make())).toBe('device-not-now');
      expect(await refusal(acceptTransfer(await makeMember(), { code }))).toBe('device-not-now');
    }
    await device.note('RECALLED');
    expect(await refusal(make())).toBe('device-not-now');
    const other = await offered();
    await other.refund();
    expect(await refusal(acceptTransfer(await makeMember(), { code: other.code }))).toBe('device-not-now');
  });

  it('is tried ten times an hour, and one that can be used does not count', async () => {
    const [{ code }, guesser] = [await offered(), await makeMember()];
    for (let nth = 0; nth < 12; nth += 1) await lookUpTransfer(guesser, { code });
    const wrong = () => refusal(lookUpTransfer(guesser, { code: '000000000000' }));
    for (let nth = 0; nth < 10; nth += 1) expect(await wrong()).toBe('transfer-unknown');
    expect(await wrong()).toBe('rate-limited');
    expect(await refusal(lookUpTransfer(guesser, { code }))).toBe('rate-limited');
  });
});

describe('what happens at one moment', () => {
  /** Has a receiver wait for the unit, its owner take the code back meanwhile, and lets the receiver go on. */
  async function takenBackMeanwhile({ owner, unitId, code, transferId }: Awaited<ReturnType<typeof offered>>) {
    const [receiver, release] = [await makeMember(), await hold(unitId)];
    const accepting = refusal(acceptTransfer(receiver, { code }));
    await untilWaiting(1);
    await transact(takeBackTransfer)(owner, { transferId });
    await release();
    return { receiver, accepted: await accepting };
  }

  it('gives a device to one of two receivers who have one code', async () => {
    const { unitId, code } = await offered();
    const [first, second] = [await makeMember(), await makeMember()];
    const both = [first, second].map((actor) => () => acceptTransfer(actor, { code }));
    const done = await inOrder(unitId, ...both);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await standOf(unitId)).toMatchObject({ spans: 2, ...isOwnedBy(first) });
  });

  it('is taken back or accepted, not both', async () => {
    const device = await offered();
    const { accepted } = await takenBackMeanwhile(device);
    expect(accepted).toBe('transfer-unknown');
    expect(await standOf(device.unitId)).toMatchObject({ spans: 1, ...isOwnedBy(device.owner) });
  });

  it('is accepted though it was taken back, where that is not asked again (control)', async () => {
    guard.off = true;
    const device = await offered();
    const { receiver, accepted } = await takenBackMeanwhile(device);
    expect(accepted).toBe('done');
    expect(await standOf(device.unitId)).toMatchObject(isOwnedBy(receiver));
  });

  it('stays with its new owner where it was passed on before its order is refunded, though the refund had begun', async () => {
    const { unitId, code, refund } = await offered();
    const receiver = await makeMember();
    const done = await inOrder(unitId, () => acceptTransfer(receiver, { code }), refund);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await standOf(unitId)).toMatchObject({ state: 'TRANSFERRED', ...isOwnedBy(receiver) });
  });

  it('is nobody’s where its order was refunded first', async () => {
    const { unitId, code, refund, owner } = await offered();
    const receiver = await makeMember();
    const done = await inOrder(unitId, refund, () => acceptTransfer(receiver, { code }));
    expect(done[0]!.status).toBe('fulfilled');
    expect(done[1]).toMatchObject({ status: 'rejected', reason: { code: 'device-not-now' } });
    expect(await standOf(unitId)).toEqual({ state: 'REFUNDED', owners: [], hand: owner.id, spans: 1 });
  });

  it('has one owner whoever writes: the database refuses a second span', async () => {
    const { unitId, productId, variantId } = await makeDevice();
    const { id: memberId } = await makeMember();
    const second = { unitId, memberId, productId, variantId, registeredAt: clock() };
    await expect(db.ownership.create({ data: second })).rejects.toThrow('Ownership_one_owner');
  });
});
