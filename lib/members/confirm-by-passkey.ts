import { generateAuthenticationOptions } from '@simplewebauthn/server';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { allow, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';

import { challengeMs, challengePasskey, doubtPasskey, spendPasskey, takeChallenge } from './commands';
import { tryingFrom, withinBudgets } from './confirm-session';
import { limits } from './limits';
import type { Assertion } from './passkey-answer';
import { findOwnPasskey, listOwnPasskeys } from './queries/passkeys';
import { relyingParty } from './relying-party';
import { readAssertion } from './verify-passkey';

/** What the browser asks one of the actor's passkeys by. */
export async function askForPasskey(actor: SignedIn, { device }: { device?: string }, options: Options = {}) {
  const own = await listOwnPasskeys(reading(actor), { memberId: actor.id });
  const usable = own.filter(({ here }) => here);
  allow(usable.length > 0, 'passkey-none');
  await spend(db, limits.passkeyAsk, tryingFrom(actor, device), options.now ?? clock());
  const challenge = await transact(challengePasskey)(actor, { purpose: 'CONFIRM' }, options);
  return generateAuthenticationOptions({
    rpID: relyingParty().host,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: challengeMs,
    userVerification: 'required',
    allowCredentials: usable.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
}

/** Confirms the actor's session by a passkey of theirs; refuses with passkey-wrong. Only failures count, as those of codes do. */
export async function confirmByPasskey(
  actor: SignedIn,
  { answer, device }: { answer: Assertion; device?: string },
  options: Options = {},
): Promise<void> {
  // Where nothing was asked nothing is guessed, and no budget is used up.
  const challenge = await transact(takeChallenge)(actor, { purpose: 'CONFIRM' }, options);
  if (challenge === null) throw new Refused('passkey-over', 'nothing was asked within minutes');
  await withinBudgets(actor, { code: '', device }, options, async () => {
    const passkey = await findOwnPasskey(reading(actor), { memberId: actor.id, credentialId: answer.id });
    const signed = passkey && (await readAssertion(answer, challenge, passkey));
    if (!signed) throw new Refused('passkey-wrong', 'not an answer to it');
    if (signed.overrun) {
      await transact(doubtPasskey)(actor, undefined, options);
      throw new Refused('passkey-doubted', 'its count of uses is over');
    }
    const used = { passkeyId: passkey.id, before: passkey.counter, counter: signed.counter };
    if (!(await transact(spendPasskey)(actor, used, options))) throw new Refused('passkey-wrong', 'used meanwhile');
  });
}
