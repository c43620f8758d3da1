import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { challengePasskey } from '@/lib/members/commands';
import { finishPasskey } from '@/lib/members/change-passkeys';
import { assertionAnswer, registrationAnswer } from '@/lib/members/passkey-answer';

import { makeMember } from './factories';
import { session, signedIn } from './factors';
import { makeAuthenticator } from './passkeys';

/** A browser's answer as its form field is read. */
export const added = (answer: object) => registrationAnswer.parse(JSON.stringify(answer));
export const signed = (answer: object) => assertionAnswer.parse(JSON.stringify(answer));

/** What a session is to sign next. */
export const challengeFor = (actor: SignedIn, purpose: 'ADD' | 'CONFIRM') =>
  transact(challengePasskey)(actor, { purpose });

/** Has a session add a passkey, whose password was proved already. */
export async function enrol(actor: SignedIn, authenticator = makeAuthenticator(), name = 'Key') {
  const answer = added(authenticator.register(await challengeFor(actor, 'ADD')));
  return { ...(await finishPasskey(actor, { name, answer })), authenticator };
}

/** Staff with a passkey of their own as their only factor, and a session that has not given it. */
export async function withPasskey(roles: ('ADMIN' | 'MODERATOR')[] = ['ADMIN'], authenticator = makeAuthenticator()) {
  const { id } = await makeMember({ roles, password: 'wooden spoon rain' });
  const [first, other] = [session(id), session(id)];
  const { codes } = await enrol(await signedIn(first), authenticator);
  return { id, first, other, actor: await signedIn(other), codes: codes ?? [], authenticator };
}
