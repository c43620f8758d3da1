import type { Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend, spendEach, type Budget } from '@/lib/core/limits';
import { limits } from '@/lib/members/limits';
import type { Locale } from '@/lib/core/locale';
import { mailboxOf } from '@/lib/core/mailbox';
import { clock } from '@/lib/core/time';
import type { CodePurpose } from '@/lib/core/prisma-client/client';
import { confirmSignUp, requestSignUp, tryCode, type Proved } from '@/lib/members/commands';
import { requireRight } from '@/lib/members/commands/try-code';
import { knownDevice } from '@/lib/members/device';
import { limitSubject } from '@/lib/members/limit-subject';
import { memberNotices } from '@/lib/members/notices';
import { hashPassword } from '@/lib/members/password';
import { getWaitingSignUp } from '@/lib/members/queries/codes';
import { getSessionVersion } from '@/lib/members/queries/sessions';
import { mail } from '@/lib/notifications/commands';
import { requireMail } from '@/lib/outside/mail';

import { networkOf } from '@/lib/members/sign-in';

type Wish = { name: string; handle: string; email: string; password: string; locale: Locale };

/** Takes a wish to join and mails the address: a code, or that it has an account. The work and the answer are the same for both. */
export async function signUp(
  actor: Actor,
  { password, ...wish }: Wish,
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  await spendOnCode(actor, wish.email, now);
  return keepWish(actor, { ...wish, passwordHash: await hashPassword(password) }, { ...options, now });
}

/** Mails another code for a sign-up that waits. */
export async function resendSignUp(
  actor: Actor,
  { codeId }: { codeId: string },
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  const wish = await getWaitingSignUp(reading(actor, now), { codeId });
  if (!wish) throw new Refused('code-expired');
  await spendOnCode(actor, wish.email, now);
  return keepWish(actor, wish, { ...options, now });
}

type Kept = Omit<Wish, 'password'> & { passwordHash: string };

function keepWish(actor: Actor, wish: Kept, options: Options): Promise<{ codeId: string }> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { codeId, code, imported, handle } = await requestSignUp(ctx, wish);
      const to = { key: `code:${codeId}`, to: wish.email, locale: wish.locale };
      const withCode = imported ? memberNotices['account.claimed'] : memberNotices['signUp.requested'];
      if (code === null) await mail(ctx, memberNotices['account.found'], { ...to, data: {} });
      else await mail(ctx, withCode, { ...to, data: { handle, code } });
      return { codeId };
    },
    options,
  );
}

/** Proves the address by its code, and makes the member. */
export async function confirm(
  actor: Actor,
  { codeId, code, handle }: { codeId: string; code: string; handle?: string },
  options: Options = {},
): Promise<Proved> {
  await proveCode(actor, { codeId, code, purpose: 'SIGN_UP' }, options);
  return transact(confirmSignUp)(actor, { codeId, handle }, options);
}

/** Counts an attempt in a commit of its own, so that a refusal does not take it back; refuses unless the code is right. */
export async function proveCode(
  actor: Actor,
  attempt: { codeId: string; code: string; purpose: CodePurpose },
  options: Options,
): Promise<void> {
  requireRight(await transact(tryCode)(actor, attempt, options));
}

/**
 * Counts a mailed code against the network that asks and the mailbox that is written to, however its address is spelt.
 * A browser that the account signed in with before has a budget of its own: strangers cannot use up its owner's. All such browsers have one
 * together, too; where that is used up they count as strangers do. Refuses where no mail can be sent.
 */
export async function spendOnCode(actor: Actor, email: string, now: Date, device?: string): Promise<void> {
  requireMail();
  const network = networkOf(actor);
  const known = device && knownDevice(device, email, await getSessionVersion({ db }, { email }));
  const mailbox = limitSubject(mailboxOf(email));
  const own: Budget[] = [
    [limits.code, `device:${known}`],
    [limits.codeKnownDay, mailbox],
  ];
  if (known && (await spendEach(db, own, now))) return;
  await spend(db, limits.signUp, network, now);
  await spend(db, limits.code, `${mailbox}:${network}`, now);
  await spend(db, limits.codeNetworkDay, `${mailbox}:${network}`, now);
  await spend(db, limits.codeDay, mailbox, now);
}
