/** How an account is entered is never changed by a session that is over, however narrowly; and the same with the guard taken out. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { askNewEmail, changeEmail } from '@/lib/flows/members/change-sign-in';
import { makeMember } from '@/tests/support/factories';
import { session, signedIn } from '@/tests/support/factors';
import { codeFor } from '@/tests/support/mailed-code';
import { makeAuthenticator } from '@/tests/support/passkeys';
import { withPasskey } from '@/tests/support/passkeys-of';
import { refusal } from '@/tests/support/refusal';

import {
  acceptInvitation,
  addPasskey,
  endOtherSessions,
  endOwnSession,
  endSessions,
  inviteStaff,
  noteSession,
  resetFactor,
  setPassword,
} from './commands';

const address = env.PUBLIC_URL;
beforeEach(() => void Object.assign(env, { embedded: false, PUBLIC_URL: 'https://shop.example' }));
afterEach(() => void Object.assign(env, { embedded: true, PUBLIC_URL: address }));

const passkey = () => ({
  name: 'Key',
  credential: {
    ...{ credentialId: makeAuthenticator().credentialId, publicKey: new Uint8Array(8) },
    ...{ counter: 0, syncable: true, transports: [] },
  },
});
const reset = transact(resetFactor);
const add = transact(addPasskey);
const kept = (memberId: string) => db.passkey.count({ where: { memberId } });

describe('a passkey, added while an administrator takes the factors away', () => {
  const people = async () => {
    const [lost, helping] = [await withPasskey(), await withPasskey()];
    return { id: lost.id, actor: await signedIn(lost.first), admin: await signedIn(helping.first) };
  };
  const reason = 'Lost the phone';

  it('goes with the others, or is refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, actor, admin } = await people();
      const [added] = await Promise.all([refusal(add(actor, passkey())), reset(admin, { memberId: id, reason })]);
      expect(['done', 'signed-out']).toContain(added);
      expect(await kept(id)).toBe(0);
    }
  });
});

describe('a session that was read before it ended', () => {
  const late = async () => {
    const { id } = await makeMember({ roles: ['ADMIN'], password: 'wooden spoon rain' });
    const asked = session(id);
    return { id, asked, actor: await signedIn(asked) };
  };

  it('adds no passkey and sets no password', async () => {
    const { id, actor } = await late();
    await transact(endSessions)(system, { memberId: id });
    expect(await refusal(add(actor, passkey()))).toBe('signed-out');
    expect(await refusal(transact(setPassword)(actor, { passwordHash: 'x' }))).toBe('signed-out');
    expect(await kept(id)).toBe(0);
    expect((await db.member.findUniqueOrThrow({ where: { id } })).passwordHash).not.toBe('x');
  });

  it('adds a passkey where the version is not compared (control)', async () => {
    const { id, actor } = await late();
    await transact(endSessions)(system, { memberId: id });
    const unguarded = transact((ctx: Ctx, input: ReturnType<typeof passkey>) => {
      const $queryRaw = async () => [{ sessionVersion: actor.session!.version }];
      const db = new Proxy(ctx.db, {
        get: (target, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(target, name)),
      });
      return addPasskey({ ...ctx, db }, input);
    });
    expect(await refusal(unguarded(actor, passkey()))).toBe('done');
    expect(await kept(id)).toBe(1);
  });

  it('moves to no other address', async () => {
    const { id } = await makeMember({ password: 'wooden spoon rain' });
    const actor = await signedIn(session(id));
    const email = `${actor.handle}@new.millet`;
    const { codeId } = await askNewEmail(actor, { email, oldPassword: 'wooden spoon rain' });
    const code = await codeFor(email);
    await db.member.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    expect(await refusal(changeEmail(actor, { codeId, code }))).toBe('signed-out');
    expect((await db.member.findUniqueOrThrow({ where: { id } })).email).not.toBe(email);
  });

  it('does not go on by ending all others', async () => {
    const { id, actor } = await late();
    const { version } = await transact(endSessions)(system, { memberId: id });
    expect(await refusal(transact(endOtherSessions)(actor, undefined))).toBe('signed-out');
    expect((await db.member.findUniqueOrThrow({ where: { id } })).sessionVersion).toBe(version);
  });

  it('accepts no invitation', async () => {
    const { id, actor } = await late();
    const { key } = await transact(inviteStaff)(system, {
      ...{ email: `${actor.handle}@test.millet`, role: 'SUPPORT', language: 'en' },
    });
    await transact(endSessions)(system, { memberId: id });
    expect(await refusal(transact(acceptInvitation)(actor, { key }))).toBe('signed-out');
    expect(await db.grant.count({ where: { memberId: id, roleKey: 'SUPPORT' } })).toBe(0);
  });

  it('is not written down again, and changes nothing, where it alone was ended', async () => {
    const { asked, actor } = await late();
    await transact(noteSession)(actor, undefined);
    await transact(endOwnSession)(actor, { sessionId: asked.id });
    await db.memberSession.deleteMany({ where: { id: asked.id } });
    await transact(noteSession)(actor, undefined);
    expect(await db.memberSession.count({ where: { id: asked.id } })).toBe(0);
    expect(await refusal(add(actor, passkey()))).toBe('signed-out');
  });
});
