import type { Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import { giveBack, limits, spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { noteSeen, type Proved } from '@/lib/members/commands';
import { passwordFits } from '@/lib/members/password';

/** Opens the door to an address and its password. An unknown address and a wrong password answer alike and take as long. */
export async function signIn(actor: Actor, { email, password }: { email: string; password: string }, options: Options = {}): Promise<Proved> {
  const now = options.now ?? clock();
  const ip = actor.kind === 'system' ? 'system' : (actor.ip ?? 'unknown');
  const account = sha256(email);
  await spend(db, limits.signInAddress, ip, now);
  await spend(db, limits.signIn, account, now);
  const member = await db.member.findUnique({ where: { email }, select: { id: true, passwordHash: true, emailVerifiedAt: true, sessionVersion: true } });
  const fits = await passwordFits(member?.passwordHash, password);
  if (!member?.emailVerifiedAt || !fits) throw new Refused('sign-in-wrong');
  // Only those who get in wrong wear the limits down.
  await Promise.all([giveBack(db, limits.signInAddress, ip), giveBack(db, limits.signIn, account)]);
  await refuseSuspended(member.id, now);
  await noteSeen({ db, now }, { memberId: member.id });
  return { memberId: member.id, version: member.sessionVersion };
}

/** Tells a suspended member why and until when, and lets all others pass. */
export async function refuseSuspended(memberId: string, now: Date): Promise<void> {
  const suspension = await db.suspension.findFirst({
    where: { memberId, liftedAt: null, OR: [{ until: null }, { until: { gt: now } }] },
    orderBy: { at: 'desc' },
    select: { reason: true, until: true },
  });
  if (!suspension) return;
  const { reason, until } = suspension;
  throw until
    ? new Refused('suspended-until', 'suspended', { values: { reason, until: until.getTime() } })
    : new Refused('suspended-open', 'suspended', { values: { reason } });
}
