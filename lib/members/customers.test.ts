/** Customers who have no account: how they are brought, found, claimed and forgotten. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { readList } from '@/lib/core/list';
import { askNewEmail } from '@/lib/flows/members/change-sign-in';
import { forgotPassword } from '@/lib/flows/members/reset-password';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { actorOf } from '@/lib/server/actor';
import { makeMember } from '@/tests/support/factories';
import { named } from '@/tests/support/factors';
import { codeFor, mailsTo } from '@/tests/support/mailed-code';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { bringCustomers, eraseCustomer, grantRole, importMember, memberOfProvider } from './commands';
import { memberCells, memberHead } from './export-cells';
import { memberList } from './list';
import { getMemberForStaff, listMembers } from './queries';
import { readStandings } from './queries/read-standing';

const bring = (customers: { sourceId: string; name: string; email: string | null; locale?: string }[]) =>
  transact(bringCustomers)(system, {
    source: 'shopify',
    customers: customers.map((each) => ({ locale: 'en', ...each })),
  });
const one = (email: string | null, name = 'Ann Mill') => ({ sourceId: email ?? `id:${word()}`, name, email });
const newAddress = () => `${word()}@mill.example`;
const byAddress = (email: string) => db.member.findUniqueOrThrow({ where: { email } });
const visitor = { ...guest, ip: '203.0.113.9' };
const password = 'wooden spoon rain';

async function claim(email: string, handle = word(), name = 'Ann') {
  const { codeId } = await signUp({ ...visitor, ip: randomUUID() }, { email, handle, name, password, locale: 'zh' });
  return confirm(visitor, { codeId, code: await codeFor(email) });
}

describe('customers of another shop', () => {
  it('are members without handle, password and profile, once, and brought up to date until they have an account', async () => {
    const email = newAddress();
    expect(await bring([one(email), one(null, '')])).toEqual({ added: 2, changed: 0 });
    expect(await bring([one(email)])).toEqual({ added: 0, changed: 0 });
    expect(await bring([one(email, 'Ann Miller')])).toEqual({ added: 0, changed: 1 });
    const customer = await byAddress(email);
    expect(customer).toMatchObject({ handle: null, name: 'Ann Miller', passwordHash: null, emailVerifiedAt: null });
    expect(customer.sourceId).not.toContain('mill');
    await claim(email);
    expect(await bring([one(email, 'Somebody else')])).toEqual({ added: 0, changed: 0 });
    expect(await byAddress(email)).toMatchObject({ id: customer.id, name: 'Ann' });
  });

  it('are nobody new where the address is a member’s, and named after nothing where they have no name', async () => {
    const { id, handle } = await makeMember();
    expect(await bring([one(`${handle}@test.millet`)])).toEqual({ added: 0, changed: 0 });
    expect(await db.member.count({ where: { id } })).toBe(1);
    const [english, chinese] = [newAddress(), newAddress()];
    await bring([one(english, ''), { ...one(chinese, '\u200B'), locale: 'zh' }]);
    expect([(await byAddress(english)).name, (await byAddress(chinese)).name]).toEqual(['Customer', '顾客']);
  });

  it('are brought by who may import alone', async () => {
    const input = { source: 'shopify', customers: [] };
    expect(await refusal(transact(bringCustomers)(await makeMember({ roles: ['MODERATOR'] }), input))).toBe(
      'forbidden',
    );
    expect(await refusal(transact(eraseCustomer)(guest, { source: 'shopify', sourceIds: [], emails: [] }))).toBe(
      'forbidden',
    );
  });

  it('can hold no way in: the database refuses it', async () => {
    const email = newAddress();
    await bring([one(email)]);
    const { id } = await byAddress(email);
    await expect(db.member.update({ where: { id }, data: { passwordHash: 'x' } })).rejects.toThrow();
    await expect(db.member.update({ where: { id }, data: { emailVerifiedAt: new Date() } })).rejects.toThrow();
    expect(
      await refusal(
        transact(grantRole)(await makeMember({ roles: ['ADMIN'] }), { memberId: id, role: 'ADMIN', reason: 'x' }),
      ),
    ).toBe('role-needs-proof');
    expect((await readStandings(reading(), { ids: [id] })).size).toBe(0);
    expect((await actorOf({ memberId: id, version: 1, ...named() })).kind).toBe('guest');
  });

  it('are found by staff by name or page, and by nobody else', async () => {
    const name = `Zsuzsanna ${word()}`;
    const email = newAddress();
    await bring([one(email, name)]);
    const { id } = await byAddress(email);
    const list = async (q: string) =>
      (await listMembers(reading(system), { asked: readList(memberList, { q }), zone: 'UTC' })).rows;
    expect(await list(name.split(' ')[1]!)).toMatchObject([{ id, handle: null }]);
    expect(await list(name.slice(1, 16))).toMatchObject([{ id, handle: null }]);
    expect(await getMemberForStaff(reading(system), { named: id })).toMatchObject({ id, handle: null });
    const [cells] = await memberCells(reading(system), { ids: [id] });
    expect([cells?.[memberHead.indexOf('email')], cells?.[memberHead.indexOf('joined_at')]]).toEqual([email, null]);
    expect(await db.$queryRaw`SELECT "id" FROM members.person WHERE "id" = ${id}::uuid`).toEqual([]);
    expect(await db.$queryRaw`SELECT "id" FROM members.named WHERE "id" = ${id}::uuid`).toEqual([{ id }]);
  });
});

describe('an account', () => {
  it('is the customer’s whose address it proves, with the handle and the name that they want, from that day on', async () => {
    const email = newAddress();
    await bring([one(email)]);
    const { id } = await byAddress(email);
    const handle = word();
    expect((await claim(email, handle, 'Annie')).memberId).toBe(id);
    const member = await byAddress(email);
    expect(member).toMatchObject({ id, handle, name: 'Annie', locale: 'zh' });
    expect(member.emailVerifiedAt).not.toBeNull();
    expect(member.createdAt.getTime()).toBeGreaterThan(0);
  });

  it('asks for another handle where it was taken meanwhile, and nothing is lost', async () => {
    const email = newAddress();
    await bring([one(email)]);
    const handle = word();
    const { codeId } = await signUp(visitor, { email, handle, name: 'Ann', password, locale: 'en' });
    await makeMember({ handle });
    const code = await codeFor(email);
    expect(await refusal(confirm(visitor, { codeId, code }))).toBe('handle-taken');
    const other = word();
    await confirm(visitor, { codeId, code, handle: other });
    expect(await byAddress(email)).toMatchObject({ handle: other });
  });

  it('is made once of two who prove one address at once, and the second code is void', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = newAddress();
      await bring([one(email)]);
      const asked = [];
      for (const ip of [randomUUID(), randomUUID()]) {
        const { codeId } = await signUp(
          { ...visitor, ip },
          { email, handle: word(), name: 'Ann', password, locale: 'en' },
        );
        asked.push({ codeId, code: await codeFor(email) });
      }
      const ends = await Promise.all(asked.map((each) => refusal(confirm(visitor, each))));
      expect(ends.toSorted()).toEqual(['code-expired', 'done']);
    }
  });

  it('is not returned to before it is made: the letter about a new password leads to the sign-up', async () => {
    const email = newAddress();
    await bring([one(email)]);
    await forgotPassword({ ...visitor, ip: randomUUID() }, { email, locale: 'en' });
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(['account.notFound']);
  });

  it('of somebody else does not move to a customer’s address, and the letter there leads to the sign-up', async () => {
    const email = newAddress();
    await bring([one(email)]);
    const member = await makeMember({ password });
    await askNewEmail(member, { email, oldPassword: password });
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(['account.unclaimed']);
  });

  it('is the customer’s who comes by a provider that knows the address', async () => {
    const email = newAddress();
    await bring([one(email)]);
    const { id } = await byAddress(email);
    const profile = { provider: 'github', providerIds: [word()], verifiedEmail: email, name: 'Ann M', login: word() };
    expect((await transact(memberOfProvider)(guest, profile)).memberId).toBe(id);
    expect(await byAddress(email)).toMatchObject({ handle: profile.login.slice(0, 16), name: 'Ann M' });
  });

  it('of an old forum is the same person’s, who claims both at once', async () => {
    const email = newAddress();
    await bring([one(email)]);
    const { id } = await byAddress(email);
    const username = word();
    const forum = {
      ...{ source: 'discourse', sourceId: username, username, name: 'Annie', email, bio: 'Hello', trust: 2 },
      ...{ joinedAt: new Date('2020-02-02'), suspendedUntil: null },
    };
    expect(await transact(importMember)(system, forum)).toMatchObject({
      id,
      handle: username,
      added: true,
      emailTaken: false,
    });
    expect(await transact(importMember)(system, forum)).toMatchObject({ id, handle: username, added: false });
    expect(await byAddress(email)).toMatchObject({ id, handle: username, trust: 2, createdAt: forum.joinedAt });
    expect(await bring([one(email, 'Ann Mill')])).toEqual({ added: 0, changed: 0 });
    expect((await claim(email)).memberId).toBe(id);
    expect(await byAddress(email)).toMatchObject({ id, handle: username, name: 'Annie' });
  });
});

it('goes when the person is forgotten, unless it is an account by then', async () => {
  const [gone, stays] = [newAddress(), newAddress()];
  await bring([one(gone), one(stays)]);
  const { id } = await byAddress(gone);
  await claim(stays);
  const erase = (email: string) =>
    transact(eraseCustomer)(system, { source: 'shopify', sourceIds: [email], emails: [email] });
  expect([await erase(gone), await erase(stays)]).toEqual([1, 0]);
  expect(await db.member.count({ where: { email: { in: [gone, stays] } } })).toBe(1);
  const left = await db.member.findUniqueOrThrow({ where: { id } });
  expect(left).toMatchObject({ name: 'Customer', email: null, source: null, sourceId: null });
  expect(await db.memberWords.findUnique({ where: { memberId: id } })).toMatchObject({ words: ['customer'] });
});
