import { afterEach, beforeEach, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { makeMember } from '@/tests/support/factories';
import { session, signedIn } from '@/tests/support/factors';
import { makeAuthenticator } from '@/tests/support/passkeys';
import { added, challengeFor, signed } from '@/tests/support/passkeys-of';
import { refusal } from '@/tests/support/refusal';

import { finishPasskey } from './change-passkeys';
import { confirmByPasskey } from './confirm-by-passkey';
import { limits } from './limits';

const address = env.PUBLIC_URL;
beforeEach(() => void Object.assign(env, { embedded: false, PUBLIC_URL: 'https://shop.example:8443' }));
afterEach(() => void Object.assign(env, { embedded: true, PUBLIC_URL: address }));

it('an answer uses up no budget where nothing was begun or asked, and does by wrong answers (control)', async () => {
  const { id } = await makeMember({ roles: ['ADMIN'] });
  const [actor, authenticator] = [await signedIn(session(id)), makeAuthenticator()];
  const spent = () =>
    db.rateBucket.findMany({ where: { key: { startsWith: `${limits.factor.name}:${id}` }, count: { gt: 0 } } });
  const answer = added(authenticator.register('nothing'));
  for (let more = 0; more < limits.factor.count + 2; more += 1) {
    expect(await refusal(finishPasskey(actor, { name: 'Key', answer }))).toBe('passkey-over');
    expect(await refusal(confirmByPasskey(actor, { answer: signed(authenticator.sign('nothing')) }))).toBe(
      'passkey-over',
    );
  }
  expect(await spent()).toEqual([]);
  await challengeFor(actor, 'ADD');
  expect(await refusal(finishPasskey(actor, { name: 'Key', answer }))).toBe('passkey-wrong');
  expect(await spent()).toHaveLength(1);
});
