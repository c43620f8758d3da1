import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { refundUse, spend, type Limit } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';

import { spendFactor } from './commands';
import { knownDevice } from './device';
import { limits } from './limits';
import { networkOf } from './sign-in';

/** The account as the proof of a browser that gave its second factor before names it. */
export const factorDevice = (memberId: string): string => `factor:${memberId}`;

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
  const budgets = budgetsOf(actor, code, device);
  for (const [limit, subject] of budgets) await spend(db, limit, subject, now);
  const result = await attempt();
  for (const [limit, subject] of budgets) await refundUse(db, limit, subject);
  return result;
}

// Six digits can be guessed from many networks, so that they have a budget of the account, too. Whoever uses that up knows the
// password; its member comes in by a browser that gave the factor before, or by a recovery code, which nobody guesses.
function budgetsOf(actor: SignedIn, code: string, device: string | undefined): [Limit, string][] {
  const here: [Limit, string] = [limits.factor, tryingFrom(actor, device)];
  if (knownDevice(device, factorDevice(actor.id))) return [here];
  return /^\d{6}$/.test(code) ? [here, [limits.factorDay, actor.id]] : [here];
}

/** From where somebody gives a second factor, as budgets count it: a browser that gave it before, or else the account and its network. */
export function tryingFrom(actor: SignedIn, device: string | undefined): string {
  const known = knownDevice(device, factorDevice(actor.id));
  return known ? `device:${known}` : `${actor.id}:${networkOf(actor)}`;
}
