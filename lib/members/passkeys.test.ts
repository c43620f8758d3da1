/** Passkeys as a second factor: added, named and removed by who gave the password, and answering a challenge once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isStaff, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock, minute } from '@/lib/core/time';
import { permissions } from '@/lib/permissions';
import { actorOf } from '@/lib/server/actor';
import { makeMember } from '@/tests/support/factories';
import { codeAt, session, signedIn, withFactor } from '@/tests/support/factors';
import { makeAuthenticator } from '@/tests/support/passkeys';
import { added, challengeFor, enrol, signed, withPasskey } from '@/tests/support/passkeys-of';
import { refusal } from '@/tests/support/refusal';

import { beginPasskey, dropPasskey, finishPasskey } from './change-passkeys';
import {
  addPasskey,
  beginAuthenticator,
  finishAuthenticator,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  resetFactor,
} from './commands';
import { askForPasskey, confirmByPasskey } from './confirm-by-passkey';
import { confirmSession, makeFactorDevice } from './confirm-session';
import { listOwnPasskeys } from './queries/passkeys';
import { readStandings } from './queries/read-standing';
import { deleteExpired } from './schedules/delete-expired';

const password = 'wooden spoon rain';
const address = env.PUBLIC_URL;
const name = 'Key';

beforeEach(() => void Object.assign(env, { embedded: false, PUBLIC_URL: 'https://shop.example:8443' }));
afterEach(() => void Object.assign(env, { embedded: true, PUBLIC_URL: address }));

const waitingOf = async (asked: ReturnType<typeof session>) => (await signedIn(asked)).waiting;
const own = (memberId: string) => listOwnPasskeys({ db }, { memberId });

/** Confirms a session by a passkey, from the question to the answer. */
async function confirm(actor: SignedIn, authenticator: ReturnType<typeof makeAuthenticator>, faults = {}) {
  const { challenge } = await askForPasskey(actor, {});
  return confirmByPasskey(actor, { answer: signed(authenticator.sign(challenge, faults)) });
}

describe('adding a passkey', () => {
  it('takes the password again, for a name with https or this machine, and asks the browser for what is verified', async () => {
    const { id, handle } = await makeMember({ roles: ['ADMIN'], password });
    const actor = await signedIn(session(id));
    const begin = (oldPassword: string) => beginPasskey(actor, { oldPassword, shop: 'Foxtail' });
    expect([await refusal(begin('')), await refusal(begin('wooden spoon'))]).toEqual([
      'password-wrong',
      'password-wrong',
    ]);
    expect(await begin(password)).toMatchObject({
      rp: { id: 'shop.example', name: 'Foxtail' },
      user: { name: handle },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    for (const [url, can] of Object.entries({
      'http://shop.example': false,
      'https://192.0.2.7': false,
      'https://[2001:db8::7]': false,
      'http://127.0.0.1:3000': false,
      'http://localhost:3000': true,
      'https://shop.example': true,
    })) {
      env.PUBLIC_URL = url;
      expect(await refusal(begin(password)), url).toBe(can ? 'done' : 'passkey-address');
    }
    await db.member.update({ where: { id }, data: { passwordHash: null } });
    expect(await refusal(begin(''))).toBe('password-none');
  });

  it('as the first factor makes recovery codes and staff of its session; those after it leave the codes as they are', async () => {
    const { id, first, other, actor, codes, authenticator } = await withPasskey();
    expect(new Set(codes).size).toBe(10);
    expect((await signedIn(first)).permissions).toEqual(permissions);
    expect(actor).toMatchObject({ waiting: 'confirm', roles: [], permissions: [] });
    expect(isStaff(actor)).toBe(false);
    await confirm(actor, authenticator);
    expect(await waitingOf(other)).toBeUndefined();
    const second = await enrol(await signedIn(first));
    expect(second.codes).toBeNull();
    // Whoever has what was there before may be signed in elsewhere.
    expect([await waitingOf(first), await waitingOf(other)]).toEqual([undefined, 'confirm']);
    await confirmSession(await signedIn(other), { code: codes[0]! });
    expect(await waitingOf(other)).toBeUndefined();
    const events = await db.event.findMany({ where: { actorId: id }, orderBy: { at: 'asc' }, select: { name: true } });
    expect(events.map(({ name }) => name).filter((name) => name.startsWith('factor.'))).toEqual([
      'factor.added',
      'factor.changed',
      'factor.recovered',
    ]);
    expect((await own(id)).map(({ lastUsedAt }) => lastUsedAt !== null)).toEqual([true, false]);
    const { excludeCredentials } = await beginPasskey(await signedIn(first), { oldPassword: password, shop: 'x' });
    expect(excludeCredentials).toHaveLength(2);
    expect(await refusal(transact(renewRecoveryCodes)(await signedIn(first), undefined))).toBe('done');
    expect((await readStandings(reading(), { ids: [id] })).get(id)?.permissions).toEqual(permissions);
  });

  it('beside an app leaves its codes; an app beside passkeys makes new ones, and both confirm', async () => {
    const { id, first, secret } = await withFactor();
    const { codes, authenticator } = await enrol(await signedIn(first));
    expect([codes, await db.recoveryCode.count({ where: { memberId: id } })]).toEqual([null, 10]);
    const [one, two] = [session(id), session(id)];
    await confirm(await signedIn(one), authenticator);
    await confirmSession(await signedIn(two), { code: codeAt(secret, clock()) });
    expect([await waitingOf(one), await waitingOf(two)]).toEqual([undefined, undefined]);
  });

  it('is answered by the session that gave the password, within five minutes, once', async () => {
    const { id } = await makeMember({ roles: ['ADMIN'], password });
    const [owner, thief] = [await signedIn(session(id)), await signedIn(session(id))];
    const authenticator = makeAuthenticator();
    const answer = added(authenticator.register(await challengeFor(owner, 'ADD')));
    expect(await refusal(finishPasskey(thief, { name, answer }))).toBe('passkey-over');
    const late = { now: after(clock(), 5 * minute + 1_000) };
    expect(await refusal(finishPasskey(owner, { name, answer }, late))).toBe('passkey-over');
    expect(await refusal(finishPasskey(owner, { name, answer }))).toBe('passkey-over');
    const again = added(authenticator.register(await challengeFor(owner, 'ADD')));
    expect(await refusal(finishPasskey(owner, { name, answer: again }))).toBe('done');
    expect(await refusal(finishPasskey(owner, { name, answer: again }))).toBe('passkey-over');
    // A challenge for one thing is none for another.
    const mixed = added(makeAuthenticator().register(await challengeFor(owner, 'CONFIRM')));
    expect(await refusal(finishPasskey(owner, { name, answer: mixed }))).toBe('passkey-over');
  });

  it('refuses an eleventh, one that is there already, and who is no staff or has yet to confirm', async () => {
    const { id, first, actor, authenticator } = await withPasskey();
    const fan = await signedIn(session((await makeMember({ password })).id));
    const credential = { credentialId: 'x', publicKey: new Uint8Array(1), counter: 0, syncable: true, transports: [] };
    const passkeyId = (await own(id))[0]!.id;
    const tries = [
      (who: SignedIn) => transact(addPasskey)(who, { name, credential }),
      (who: SignedIn) => transact(renamePasskey)(who, { passkeyId, name }),
      (who: SignedIn) => transact(removePasskey)(who, { passkeyId }),
      (who: SignedIn) => beginPasskey(who, { oldPassword: password, shop: 'x' }),
    ];
    for (const attempt of tries)
      expect([await refusal(attempt(actor)), await refusal(attempt(fan))]).toEqual(['factor-needed', 'not-found']);
    expect(await refusal(askForPasskey(fan, {}))).toBe('passkey-none');
    const staff = await signedIn(first);
    expect(await refusal(enrol(staff, authenticator))).toBe('passkey-known');
    for (let each = 1; each < 10; each += 1) await enrol(staff);
    expect(await refusal(enrol(staff))).toBe('passkey-many');
    expect(await db.passkey.count({ where: { memberId: id } })).toBe(10);
  });
});

describe('a passkey', () => {
  it('is renamed and removed by its member alone; the last stays where one is required', async () => {
    const { id, first, other, authenticator, actor } = await withPasskey();
    const { first: stranger } = await withPasskey();
    const [mine] = await own(id);
    const passkeyId = mine!.id;
    const theirs = await signedIn(stranger);
    expect(await refusal(transact(renamePasskey)(theirs, { passkeyId, name: 'Mine' }))).toBe('not-found');
    expect(await refusal(dropPasskey(theirs, { passkeyId, oldPassword: password }))).toBe('not-found');
    const staff = await signedIn(first);
    await transact(renamePasskey)(staff, { passkeyId, name: 'Laptop' });
    expect((await own(id))[0]!.name).toBe('Laptop');
    expect(await refusal(dropPasskey(staff, { passkeyId, oldPassword: 'wrong' }))).toBe('password-wrong');
    expect(await refusal(dropPasskey(staff, { passkeyId, oldPassword: password }))).toBe('factor-last');
    await confirm(actor, authenticator);
    const { secret } = await transact(beginAuthenticator)(staff, undefined);
    expect(await refusal(dropPasskey(staff, { passkeyId, oldPassword: password })), 'an app that is not on').toBe(
      'factor-last',
    );
    await transact(finishAuthenticator)(staff, { code: codeAt(secret, clock()) });
    await dropPasskey(staff, { passkeyId, oldPassword: password });
    expect([await waitingOf(first), await waitingOf(other)]).toEqual([undefined, 'confirm']);
    expect(await refusal(askForPasskey(await signedIn(other), {}))).toBe('passkey-none');
    expect(await db.recoveryCode.count({ where: { memberId: id } })).toBe(10);
  });

  it('of who needs none may be the last to go; then no code is left, and nothing is asked', async () => {
    env.embedded = true;
    const { id, first, other } = await withPasskey(['MODERATOR']);
    expect(await waitingOf(other)).toBe('confirm');
    await dropPasskey(await signedIn(first), { passkeyId: (await own(id))[0]!.id, oldPassword: password });
    expect(await waitingOf(other)).toBeUndefined();
    expect(await db.recoveryCode.count({ where: { memberId: id } })).toBe(0);
  });

  it('of another address works here no more: a recovery code comes in, it is no factor to rely on, and can go', async () => {
    const { id, first, actor, codes, other } = await withPasskey();
    env.PUBLIC_URL = 'https://new.example';
    expect(await waitingOf(other)).toBe('confirm');
    expect(await refusal(askForPasskey(actor, {}))).toBe('passkey-none');
    await confirmSession(actor, { code: codes[0]! });
    const [old] = await own(id);
    expect(old).toMatchObject({ here: false, host: 'shop.example' });
    const staff = await signedIn(other);
    expect(await refusal(dropPasskey(staff, { passkeyId: old!.id, oldPassword: password }))).toBe('factor-last');
    const { authenticator } = await enrol(staff);
    const [, fresh] = await own(id);
    expect(await refusal(dropPasskey(staff, { passkeyId: fresh!.id, oldPassword: password }))).toBe('factor-last');
    await dropPasskey(staff, { passkeyId: old!.id, oldPassword: password });
    await confirm(await signedIn(first), authenticator);
    expect(await waitingOf(first)).toBeUndefined();
  });

  it('goes with a factor that is reset', async () => {
    const [lost, helper] = [await withPasskey(), await withPasskey()];
    await challengeFor(lost.actor, 'CONFIRM');
    const helping = await signedIn(helper.first);
    await transact(resetFactor)(helping, { memberId: lost.id, reason: 'Lost' });
    expect((await actorOf(lost.first)).kind).toBe('guest');
    expect(await waitingOf({ ...session(lost.id), version: 2 })).toBe('setUp');
    const left = async (memberId: string) => [
      await db.passkey.count({ where: { memberId } }),
      await db.passkeyChallenge.count({ where: { memberId } }),
    ];
    expect(await left(lost.id)).toEqual([0, 0]);
  });
});

describe('a challenge', () => {
  it('is one for each session and purpose, and deleted once it is over', async () => {
    const { actor, id } = await withPasskey();
    const all = [];
    for (let each = 0; each < 3; each += 1) all.push((await askForPasskey(actor, {})).challenge);
    expect(new Set(all).size).toBe(3);
    expect(await db.passkeyChallenge.count({ where: { memberId: id } })).toBe(1);
    await deleteExpired(after(clock(), 6 * minute));
    expect(await db.passkeyChallenge.count({ where: { memberId: id } })).toBe(0);
  });

  it('is asked for, and wrongly answered, so often; who gave the factor in this browser before comes in', async () => {
    const { actor, authenticator } = await withPasskey();
    const from = { ...actor, ip: '10.9.3.1' };
    const thief = makeAuthenticator();
    const tried: string[] = [];
    for (let each = 0; each < 11; each += 1) tried.push(await refusal(confirm(from, thief)));
    expect([tried[0], tried[9], tried[10]]).toEqual(['passkey-wrong', 'passkey-wrong', 'rate-limited']);
    expect(await refusal(confirm(from, authenticator))).toBe('rate-limited');
    const device = makeFactorDevice(actor)!;
    const { challenge } = await askForPasskey(from, { device });
    await confirmByPasskey(from, { answer: signed(authenticator.sign(challenge)), device });
    const asked: string[] = [];
    for (let each = 0; each < 31; each += 1) asked.push(await refusal(askForPasskey({ ...actor, ip: '10.9.3.2' }, {})));
    expect([asked[29], asked[30]]).toEqual(['done', 'rate-limited']);
  });
});
