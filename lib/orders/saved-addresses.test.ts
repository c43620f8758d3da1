/** The addresses that a member keeps: theirs alone, twenty at most, one of them the first, however many tabs there are. */
import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { guest } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Ctx } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { address } from '@/tests/support/addresses';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { chooseFirstAddress, keepAddress, removeAddress, saveAddress } from './commands';
import { mostAddresses } from './limits';
import { getAddress, listAddresses } from './saved-addresses';

const at = (house: number, more = {}) => ({
  ...{ ...address, line1: `${house} Mill Lane`, company: '', taxNumber: '' },
  ...more,
});
const save = transact(saveAddress);
const own = (member: SignedIn) => listAddresses(reading(member));
const housesOf = async (member: SignedIn) => (await own(member)).map(({ line1 }) => Number(line1.split(' ')[0]));

async function withAddresses(count: number): Promise<SignedIn> {
  const member = await makeMember();
  for (let house = 1; house <= count; house += 1) await save(member, at(house));
  return member;
}

describe('the addresses of a member', () => {
  it('are read, changed and deleted by nobody else', async () => {
    const [one, other] = [await withAddresses(2), await makeMember()];
    const [first] = await own(one);
    const addressId = first!.id;
    expect(await own(other)).toEqual([]);
    expect(await listAddresses(reading(guest))).toEqual([]);
    expect(await getAddress(reading(other), { addressId })).toBeNull();
    expect(await refusal(save(other, { ...at(9), addressId }))).toBe('not-found');
    expect(await refusal(transact(removeAddress)(other, { addressId }))).toBe('not-found');
    expect(await refusal(transact(chooseFirstAddress)(other, { addressId }))).toBe('not-found');
    expect(await refusal(save(guest, at(9)))).toBe('signed-out');
    expect(await housesOf(one)).toEqual([1, 2]);
  });

  it('begin with the first, which another becomes when it is chosen or the first is deleted', async () => {
    const member = await withAddresses(3);
    expect(await housesOf(member)).toEqual([1, 3, 2]);
    const idOf = async (house: number) => (await own(member)).find(({ line1 }) => line1.startsWith(`${house} `))!.id;
    await transact(chooseFirstAddress)(member, { addressId: await idOf(2) });
    expect(await housesOf(member)).toEqual([2, 3, 1]);
    await transact(removeAddress)(member, { addressId: await idOf(2) });
    expect(await housesOf(member)).toEqual([3, 1]);
    await transact(removeAddress)(member, { addressId: await idOf(1) });
    expect((await own(member)).map(({ firstSince }) => firstSince !== null)).toEqual([true]);
  });

  it('are never twice the same, however they are typed, while two people at one address are two', async () => {
    const member = await withAddresses(2);
    expect(await refusal(save(member, at(1, { line1: '１ MILL LANE,', postcode: 'LS14AP' })))).toBe('address-known');
    await transact(keepAddress)(member, at(1, { line1: '1, mill lane' }));
    const addressId = (await own(member))[1]!.id;
    expect(await refusal(save(member, { ...at(1), addressId }))).toBe('address-known');
    await save(member, { ...at(2, { company: 'Foxtail', taxNumber: 'GB123' }), addressId });
    await save(member, at(1, { name: 'Someone Else' }));
    expect((await own(member)).map(({ line1, name, company }) => [line1, name, company])).toEqual([
      ['1 Mill Lane', address.name, ''],
      ['1 Mill Lane', 'Someone Else', ''],
      ['2 Mill Lane', address.name, 'Foxtail'],
    ]);
  });

  it('of any length fit, also where folding makes them longer', async () => {
    const member = await makeMember();
    await save(member, at(1, { line1: '﷽'.repeat(120), line2: 'ﷺ'.repeat(120), city: '﷽'.repeat(80) }));
    expect(await own(member)).toHaveLength(1);
  });

  it('go with the account, and are in no audit entry and no event', async () => {
    const member = await makeMember();
    await save(member, at(77, { name: 'Nobody Elsewhere' }));
    const { rows } = await pool.query(
      `SELECT 1 FROM "AuditEntry" e WHERE to_jsonb(e)::text LIKE '%Nobody Elsewhere%' UNION ALL SELECT 1 FROM "Event" v WHERE to_jsonb(v)::text LIKE '%Nobody Elsewhere%'`,
    );
    expect(rows).toEqual([]);
    const { rows: kept } = await pool.query(
      `SELECT confdeltype::text AS "on" FROM pg_constraint WHERE conname = 'SavedAddress_memberId_fkey'`,
    );
    // Deleted with the member, whose row other rows of theirs keep.
    expect(kept).toEqual([{ on: 'c' }]);
  });
});

// Runs a command of each in turn at one moment, each on a connection of its own.
const together = (member: SignedIn, commands: ((ctx: Ctx) => Promise<unknown>)[], change = (ctx: Ctx) => ctx) =>
  Promise.allSettled(commands.map((command) => inTransaction(member, (ctx) => command(change(ctx)))));

// Each waits where it would have taken its turn, so that the others begin.
const withoutTurns = (ctx: Ctx): Ctx => ({
  ...ctx,
  db: new Proxy(ctx.db, {
    get: (target, name) => {
      const real = Reflect.get(target, name) as (...all: unknown[]) => unknown;
      if (name !== '$queryRaw') return real;
      return (text: TemplateStringsArray, ...values: unknown[]) =>
        text.join('').includes('pg_advisory')
          ? new Promise((resolve) => setTimeout(resolve, 50))
          : real.call(target, text, ...values);
    },
  }),
});

describe('in several tabs at one moment', () => {
  const adding = [31, 32, 33, 34, 35].map((house) => (ctx: Ctx) => saveAddress(ctx, at(house)));

  it('no more are kept than there is room for', async () => {
    const member = await withAddresses(mostAddresses - 2);
    const ends = await together(member, adding);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await db.savedAddress.count({ where: { memberId: member.id } })).toBe(mostAddresses);
  });

  it('more would be, if they did not take turns', async () => {
    const member = await withAddresses(mostAddresses - 2);
    await together(member, adding, withoutTurns);
    expect(await db.savedAddress.count({ where: { memberId: member.id } })).toBeGreaterThan(mostAddresses);
  });

  const firsts = (member: SignedIn) =>
    db.savedAddress.count({ where: { memberId: member.id, firstSince: { not: null } } });
  const choosing = async (member: SignedIn) =>
    (await own(member)).slice(1).map(
      ({ id: addressId }) =>
        (ctx: Ctx) =>
          chooseFirstAddress(ctx, { addressId }),
    );

  it('one is the first', async () => {
    const member = await withAddresses(4);
    expect((await together(member, await choosing(member))).map(({ status }) => status)).not.toContain('rejected');
    expect(await firsts(member)).toBe(1);
  });

  it('the index alone keeps it so without their turns, and nothing does without both', async () => {
    const member = await withAddresses(4);
    const held = await together(member, await choosing(member), withoutTurns);
    expect(held.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    expect(await firsts(member)).toBe(1);
    const { rows } = await pool.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE indexname = 'SavedAddress_one_first'`,
    );
    await pool.query('DROP INDEX "SavedAddress_one_first"');
    const bare = await withAddresses(4);
    await together(bare, await choosing(bare), withoutTurns);
    expect(await firsts(bare)).toBeGreaterThan(1);
    await db.savedAddress.deleteMany({ where: { memberId: bare.id } });
    await pool.query(rows[0]!.indexdef);
  });
});
