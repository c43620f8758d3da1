import { transact, type Options } from '@/lib/core/context';
import type { SignedIn } from '@/lib/core/actor';

import { beginAuthenticator as begin, finishAuthenticator as finish, renewRecoveryCodes as renew } from './commands';
import { withinBudgets } from './confirm-session';
import { provePassword } from './prove-password';
import { refuseUnlessChanging } from './second-factor-policy';

type Asked = { oldPassword: string };

/** Makes the secret of a new authenticator app, for who gives the password: a session alone enrols nothing. */
export async function beginAuthenticator(actor: SignedIn, { oldPassword }: Asked, options: Options = {}) {
  await provePassword(refuseUnlessChanging(actor), oldPassword, options);
  return transact(begin)(actor, undefined, options);
}

/** Puts the new app into the place of the one before, by a code of it; wrong codes are counted as those of a confirmation are. */
export async function finishAuthenticator(actor: SignedIn, { code }: { code: string }, options: Options = {}) {
  refuseUnlessChanging(actor);
  return withinBudgets(actor, { code }, options, () => transact(finish)(actor, { code }, options));
}

/** Makes new recovery codes, for who gives the password; those before them are void. */
export async function renewRecoveryCodes(actor: SignedIn, { oldPassword }: Asked, options: Options = {}) {
  await provePassword(refuseUnlessChanging(actor), oldPassword, options);
  return transact(renew)(actor, undefined, options);
}
