import { generateRegistrationOptions } from '@simplewebauthn/server';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';

import { addPasskey, challengePasskey, challengeMs, removePasskey, takeChallenge } from './commands';
import { tryingFrom, withinBudgets } from './confirm-session';
import { limits } from './limits';
import type { Registration } from './passkey-answer';
import { provePassword } from './prove-password';
import { listOwnPasskeys } from './queries/passkeys';
import { canHavePasskeys, relyingParty, userHandleOf } from './relying-party';
import { mostPasskeys } from './schema';
import { refuseUnlessChanging } from './second-factor-policy';
import { algorithms, readRegistration } from './verify-passkey';

/** What the browser makes a passkey by, for who gives the password: a session alone enrols nothing. */
export async function beginPasskey(
  actor: SignedIn,
  { oldPassword, shop }: { oldPassword: string; shop: string },
  options: Options = {},
) {
  if (!canHavePasskeys()) throw new Refused('passkey-address', 'not at this address');
  await provePassword(refuseUnlessChanging(actor), oldPassword, options);
  await spend(db, limits.passkeyAsk, tryingFrom(actor, undefined), options.now ?? clock());
  const own = await listOwnPasskeys(reading(actor), { memberId: actor.id });
  if (own.length >= mostPasskeys) throw new Refused('passkey-many', 'enough', { values: { most: mostPasskeys } });
  const challenge = await transact(challengePasskey)(actor, { purpose: 'ADD' }, options);
  return generateRegistrationOptions({
    rpName: shop,
    rpID: relyingParty().host,
    userID: userHandleOf(actor.id),
    userName: actor.handle,
    userDisplayName: actor.name,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: challengeMs,
    attestationType: 'none',
    excludeCredentials: own
      .filter(({ here }) => here)
      .map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    // One that the authenticator can find by itself would also sign in without a password, should that come.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

/** Adds the passkey that the browser made for the session that gave the password; answers the first recovery codes, if there were none. */
export async function finishPasskey(
  actor: SignedIn,
  { name, answer }: { name: string; answer: Registration },
  options: Options = {},
): Promise<{ codes: string[] | null }> {
  refuseUnlessChanging(actor);
  // Where nothing was begun nothing is guessed: that uses up no budget.
  const challenge = await transact(takeChallenge)(actor, { purpose: 'ADD' }, options);
  if (challenge === null) throw new Refused('passkey-over', 'nothing was begun within minutes');
  return withinBudgets(actor, { code: '' }, options, async () => {
    const credential = await readRegistration(answer, challenge);
    if (!credential) throw new Refused('passkey-wrong', 'not an answer to it');
    return transact(addPasskey)(actor, { name, credential }, options);
  });
}

/** Removes a passkey of one's own, for who gives the password. */
export async function dropPasskey(
  actor: SignedIn,
  { passkeyId, oldPassword }: { passkeyId: string; oldPassword: string },
  options: Options = {},
): Promise<void> {
  await provePassword(refuseUnlessChanging(actor), oldPassword, options);
  return transact(removePasskey)(actor, { passkeyId }, options);
}
