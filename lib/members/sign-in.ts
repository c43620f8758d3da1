import type { Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { refundUse, spend, type Limit } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { noteSeen, type Proved } from './commands';
import { knownDevice } from './device';
import { limitSubject } from './limit-subject';
import { passwordFits } from './password';
import { limits } from './limits';
import { activeSuspension } from './published';

type Entry = { email: string; password: string; device?: string };

/** Signs in by an address and its password. An unknown address and a wrong password answer alike and take as long. */
export async function signIn(actor: Actor, { email, password, device }: Entry, options: Options = {}): Promise<Proved> {
  const now = options.now ?? clock();
  const budgets = budgetsOf(actor, email, device);
  for (const [limit, subject] of budgets) await spend(db, limit, subject, now);
  const member = await db.member.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, emailVerifiedAt: true, sessionVersion: true },
  });
  const fits = await passwordFits(member?.passwordHash, password);
  if (!member?.emailVerifiedAt || !fits) throw new Refused('sign-in-wrong');
  // Only failed sign-ins count against the limits.
  for (const [limit, subject] of budgets) await refundUse(db, limit, subject);
  await refuseSuspended(member.id, now);
  await noteSeen({ db, now }, { memberId: member.id });
  return { memberId: member.id, version: member.sessionVersion };
}

// A browser that the account signed in with before has a budget of its own, which no stranger can use up. All others count
// by account and network, and together by account, so that many networks guess no faster.
function budgetsOf(actor: Actor, email: string, device: string | undefined): [Limit, string][] {
  const network = networkOf(actor);
  const account = limitSubject(email);
  const known = knownDevice(device, email);
  if (known) return [[limits.signIn, `device:${known}`]];
  return [
    [limits.signInAddress, network],
    [limits.signIn, `${account}:${network}`],
    [limits.signInAccount, account],
  ];
}

/** What limits call the place an actor comes from. */
export function networkOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : (actor.ip ?? 'unknown');
}

/** Tells a suspended member why and until when, and lets all others pass. */
export async function refuseSuspended(memberId: string, now: Date): Promise<void> {
  const suspension = await db.suspension.findFirst({
    where: { memberId, ...activeSuspension(now) },
    orderBy: { at: 'desc' },
    select: { reason: true, until: true },
  });
  if (!suspension) return;
  const { reason, until } = suspension;
  throw until
    ? new Refused('suspended-until', 'suspended', { values: { reason, until: until.getTime() } })
    : new Refused('suspended-open', 'suspended', { values: { reason } });
}
