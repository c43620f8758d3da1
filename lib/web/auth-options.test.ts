import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';

import { actorOf } from '@/lib/server/actor';
import { authOptions } from './auth-options';
import { githubProfile } from './github-profile';
import { openSession } from '@/lib/server/token';
import { encode } from 'next-auth/jwt';

import { env } from '@/lib/core/env';

type Profile = { email?: string; email_verified?: boolean; name?: string; login?: string };

/** What next-auth does once a provider has answered: its callbacks in turn, then the token into the cookie. */
async function comeBack(profile: Profile, providerAccountId = '42') {
  const user = { id: providerAccountId, name: profile.name };
  const account = { provider: 'github', type: 'oauth' as const, providerAccountId };
  const allowed = await authOptions.callbacks?.signIn?.({ user, account, profile } as never);
  if (allowed !== true) return { allowed, session: null };
  const token = await authOptions.callbacks?.jwt?.({
    token: { sub: providerAccountId },
    user,
    account,
    profile,
  } as never);
  const cookie = await encode({ token: token ?? {}, secret: env.AUTH_SECRET });
  return { allowed, session: await openSession(cookie) };
}

beforeEach(truncateAll);

describe('coming back from a provider', () => {
  it('makes a member of a verified address, and finds the same one again', async () => {
    const first = await comeBack({ email: 'Kit@Example.org', email_verified: true, name: 'Kit', login: 'kit' });
    const member = await db.member.findFirstOrThrow();
    expect(member).toMatchObject({ email: 'kit@example.org', handle: 'kit', passwordHash: null });
    expect((await actorOf(first.session)).kind).toBe('member');
    const again = await comeBack({ email: 'moved@example.org', email_verified: true, login: 'kit' });
    expect(again.session?.memberId).toBe(member.id);
    expect(await db.member.count()).toBe(1);
  });

  it('links to a member by a verified address only', async () => {
    const member = await makeMember({ email: 'kit@example.org' });
    const unproved = await comeBack({ email: 'kit@example.org', email_verified: false, login: 'kit' });
    expect(unproved.allowed).toBe('/en/sign-in?error=provider-unverified');
    expect(await db.signInAccount.count()).toBe(0);
    const silent = await comeBack({ email: 'kit@example.org', login: 'kit' });
    expect(silent.allowed).toBe('/en/sign-in?error=provider-unverified');
    const proved = await comeBack({ email: 'kit@example.org', email_verified: true, login: 'kit' });
    expect(proved.session?.memberId).toBe(member.id);
  });

  it('gives an imported member to whoever the address belongs to', async () => {
    const imported = await makeMember({
      email: 'kit@example.org',
      confirmed: false,
      trust: 3,
      source: 'discourse',
      sourceId: 'kit',
    });
    const { session } = await comeBack({ email: 'kit@example.org', email_verified: true, login: 'other' });
    expect(session?.memberId).toBe(imported.id);
    expect((await db.member.findFirstOrThrow()).emailVerifiedAt).not.toBeNull();
  });

  it('finds another handle when the wished one is taken', async () => {
    await makeMember({ handle: 'kit' });
    await comeBack({ email: 'kit@example.org', email_verified: true, login: 'Kit' });
    await comeBack({ email: 'lin@example.org', email_verified: true, login: '林' }, '43');
    const handles = (await db.member.findMany({ select: { handle: true }, orderBy: { handle: 'asc' } })).map(
      ({ handle }) => handle,
    );
    expect(handles).toEqual(['fan', 'kit', 'kit2']);
  });

  it('keeps suspended members out', async () => {
    const member = await makeMember({ email: 'kit@example.org' });
    await db.suspension.create({ data: { memberId: member.id, reason: 'x', at: clock() } });
    expect((await comeBack({ email: 'kit@example.org', email_verified: true })).allowed).toBe(
      '/en/sign-in?error=suspended-open',
    );
  });

  it('ends with "sign out everywhere" like every session', async () => {
    const { session } = await comeBack({ email: 'kit@example.org', email_verified: true, login: 'kit' });
    await db.member.updateMany({ data: { sessionVersion: { increment: 1 } } });
    expect((await actorOf(session)).kind).toBe('guest');
  });
});

describe('githubProfile', () => {
  const github = (addresses: object[]) => async (url: string | URL | Request) =>
    Response.json(String(url).endsWith('/emails') ? addresses : { id: 1, login: 'kit', email: 'public@example.org' });

  it('takes the verified primary address, never the profile’s own', async () => {
    const addresses = [
      { email: 'a@example.org', primary: false, verified: true },
      { email: 'b@example.org', primary: true, verified: true },
    ];
    expect(await githubProfile('t', github(addresses) as typeof fetch)).toMatchObject({
      email: 'b@example.org',
      email_verified: true,
    });
    expect(
      await githubProfile('t', github([{ email: 'c@example.org', primary: true, verified: false }]) as typeof fetch),
    ).toMatchObject({ email: null, email_verified: false });
  });
});
