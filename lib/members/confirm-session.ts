import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { refundUse, spend, spendEach, type Budget, type Limit } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';

import { spendFactor } from './commands';
import { knownDevice, makeDevice } from './device';
import { limits } from './limits';
import { networkOf } from './sign-in';

/** The proof for a browser that the actor gave their second factor with; null outside of a session. */
export function makeFactorDevice({ id, session }: SignedIn): string | null {
  return session ? makeDevice(factorOf(id), session.version) : null;
}

/** The browser's id where the actor gave their second factor with it before. */
export function factorKnown({ id, session }: SignedIn, device: string | undefined): string | null {
  return knownDevice(device, factorOf(id), session?.version);
}

const factorOf = (memberId: string): string => `factor:${memberId}`;

/** Confirms the actor's session by a code of their app or a recovery code; refuses with factor-wrong. Only failures count. */
export async function confirmSession(
  actor: SignedIn,
  { code, device }: { code: string; device?: string },
  options: Options = {},
): Promise<void> {
  const now = options.now ?? clock();
  await withinBudgets(actor, { code, device }, { now }, async () => {
    if (!(await inTransaction(actor, (ctx) => spendFactor(ctx, { code }), { ...options, now })))
      throw new Refused('factor-wrong', 'wrong or used', { field: 'code' });
  });
}

/** Tries a code of a second factor within the budgets of its account and network; what comes of it is answered, and only a try that fails counts. */
export async function withinBudgets<T>(
  actor: SignedIn,
  { code, device }: { code: string; device?: string },
  { now = clock() }: Options,
  attempt: () => Promise<T>,
): Promise<T> {
  const budgets = await spendOnTry(actor, code, device, now);
  const result = await attempt();
  for (const [limit, subject] of budgets) await refundUse(db, limit, subject);
  return result;
}

// Six digits can be guessed from many networks, so that they have a budget of the account, too. Whoever uses that up knows the
// password; its member comes in by a browser that gave the factor before, or by a recovery code, which nobody guesses. Of such browsers there
// may be many, made known while a code was right: they have one budget together, and count as all others where that is used up.
async function spendOnTry(actor: SignedIn, code: string, device: string | undefined, now: Date): Promise<Budget[]> {
  const known = factorKnown(actor, device);
  const guessable = /^\d{6}$/.test(code);
  const budgets = (from: string, ofDay: Limit): Budget[] => [
    [limits.factor, from],
    ...(guessable ? [[ofDay, actor.id] as const] : []),
  ];
  const own = budgets(`device:${known}`, limits.factorKnownDay);
  if (known && (await spendEach(db, own, now))) return own;
  const others = budgets(`${actor.id}:${networkOf(actor)}`, limits.factorDay);
  for (const [limit, subject] of others) await spend(db, limit, subject, now);
  return others;
}

/** From where somebody gives a second factor, as budgets count it: a browser that gave it before, or else the account and its network. */
export function tryingFrom(actor: SignedIn, device: string | undefined): string {
  const known = factorKnown(actor, device);
  return known ? `device:${known}` : `${actor.id}:${networkOf(actor)}`;
}
