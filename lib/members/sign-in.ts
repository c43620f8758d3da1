import type { Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { refundUse, spend, spendEach, type Budget } from '@/lib/core/limits';
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
  const member = await db.member.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, emailVerifiedAt: true, sessionVersion: true },
  });
  const known = knownDevice(device, email, member?.sessionVersion);
  const budgets = await spendOnTry(actor, email, known, now);
  const fits = await passwordFits(member?.passwordHash, password);
  if (!member?.emailVerifiedAt || !fits) throw new Refused('sign-in-wrong');
  // Only failed sign-ins count against the limits.
  for (const [limit, subject] of budgets) await refundUse(db, limit, subject);
  await refuseSuspended(member.id, now);
  await noteSeen({ db, now }, { memberId: member.id });
  return { memberId: member.id, version: member.sessionVersion };
}

// A browser that the account signed in with before has a budget of its own, which no stranger can use up. All others count
// by account and network, and together by account, so that many networks guess no faster. So do all known browsers together: whoever has the
// password may make any number of them known. Where that is used up they count as strangers do.
async function spendOnTry(actor: Actor, email: string, known: string | null, now: Date): Promise<Budget[]> {
  const network = networkOf(actor);
  const account = limitSubject(email);
  const own: Budget[] = [
    [limits.signIn, `device:${known}`],
    [limits.signInKnown, account],
  ];
  if (known && (await spendEach(db, own, now))) return own;
  const others: Budget[] = [
    [limits.signInAddress, network],
    [limits.signIn, `${account}:${network}`],
    [limits.signInAccount, account],
  ];
  for (const [limit, subject] of others) await spend(db, limit, subject, now);
  return others;
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
