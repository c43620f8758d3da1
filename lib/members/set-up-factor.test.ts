import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { clock } from '@/lib/core/time';
import { askNewEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { permissions } from '@/lib/permissions';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { codeAt, named, session, signedIn, withFactor } from '@/tests/support/factors';
import { refusal } from '@/tests/support/refusal';

import { becomeFirstAdmin } from './become-first-admin';
import {
  beginAuthenticator as askBegin,
  finishAuthenticator as askFinish,
  renewRecoveryCodes as askRenew,
} from './change-factor';
import { finishAuthenticator, makeSetupKey, renewRecoveryCodes } from './commands';
import { hasAdmin } from './queries/admins';

const password = 'wooden spoon rain';

beforeEach(() => void (env.embedded = false));
afterEach(() => void (env.embedded = true));

describe('setting one up', () => {
  it('takes the password again, not the session alone; who has none sets one by mail first, and cannot move the address', async () => {
    const { id } = await makeMember({ roles: ['ADMIN'], password });
    const actor = await signedIn(session(id));
    expect(actor.waiting).toBe('setUp');
    const from = (oldPassword: string) => refusal(askBegin(actor, { oldPassword }));
    expect([await from(''), await from('wooden spoon'), await from(password)]).toEqual([
      'password-wrong',
      'password-wrong',
      'done',
    ]);
    await db.member.update({ where: { id }, data: { passwordHash: null } });
    expect([
      await from(''),
      await refusal(askRenew(actor, { oldPassword: '' })),
      await refusal(changePassword(actor, { oldPassword: '', password: 'brass kettle song' })),
      await refusal(askNewEmail(actor, { oldPassword: '', email: 'new@test.millet' })),
    ]).toEqual(['password-none', 'password-none', 'password-none', 'password-none']);
  });

  it('is asked of a first administrator after the set-up address, and then nothing is shut', async () => {
    await truncateAll();
    const { key } = await transact(makeSetupKey)(system, {});
    const wish = { name: 'Ada', handle: 'ada', email: 'ada@shop.example', password, locale: 'en', key };
    const proved = { ...(await becomeFirstAdmin(guest, wish)), ...named() };
    const actor = (await actorOf(proved)) as SignedIn;
    expect(actor).toMatchObject({ waiting: 'setUp', roles: [] });
    const { secret } = await askBegin(actor, { oldPassword: password });
    await transact(finishAuthenticator)(actor, { code: codeAt(secret, clock()) });
    expect(((await actorOf(proved)) as SignedIn).permissions).toEqual(permissions);
    const told = () => db.event.findMany({ where: { name: { startsWith: 'factor.' } }, select: { name: true } });
    // The mail of a first one does not say that something was changed.
    expect(await told()).toEqual([{ name: 'factor.added' }]);
    const later = (await actorOf({ ...proved, ...named() })) as SignedIn;
    expect(later.waiting).toBe('confirm');
    expect(await hasAdmin(reading())).toBe(true);
  });

  it('is finished by the session that began it alone, and not by guessing', async () => {
    const { id } = await makeMember({ roles: ['ADMIN'], password });
    const own = await signedIn(session(id));
    const thief = await signedIn(session(id));
    const { secret } = await askBegin(own, { oldPassword: password });
    expect(await refusal(askFinish(thief, { code: codeAt(secret, clock()) }))).toBe('factor-begin');
    const wrong = codeAt(secret, new Date(0));
    const codes: string[] = [];
    for (let guess = 0; guess < 12; guess += 1) codes.push(await refusal(askFinish(own, { code: wrong })));
    expect([codes[0], codes.at(-1)]).toEqual(['factor-wrong', 'rate-limited']);
    expect(await refusal(askFinish(own, { code: codeAt(secret, clock()) }))).toBe('rate-limited');
  });

  it('leaves ten codes, though two renew them at once', async () => {
    const { first, id } = await withFactor();
    const actor = await signedIn(first);
    for (let round = 0; round < 5; round += 1)
      await Promise.all([1, 2, 3].map(() => transact(renewRecoveryCodes)(actor, undefined)));
    expect(await db.recoveryCode.count({ where: { memberId: id } })).toBe(10);
  });
});
