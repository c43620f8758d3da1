import type { SignedIn } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { after, clock, minute } from '@/lib/core/time';
import { asCode } from '@/lib/core/typed';

import { tryPhoneCode, usePhoneCode } from './commands/phone-codes';
import { requireRight } from './commands/try-code';
import { limits } from './limits';
import { passwordFits } from './password';

/** How long after signing in a session alone is proof enough, for who has nothing else. */
export const freshSessionMs = 15 * minute;

/**
 * Refuses unless a signed-in member knows the password they have; answers the address of the account. Who has an address and no
 * password, having come by a provider, is asked to set one by a mailed code first: a session alone could be somebody else's by now. Who has
 * a phone and neither gives a code that was sent to it in the place of the password; who has nothing but a provider signs in again.
 */
export async function provePassword(
  actor: SignedIn,
  password: string,
  { now = clock() }: Options,
): Promise<{ email: string | null }> {
  await spend(db, limits.signIn, `own:${actor.id}`, now);
  const member = await db.member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, email: true, phone: true },
  });
  const { email } = member;
  if (member.passwordHash) {
    if (await passwordFits(member.passwordHash, password)) return { email };
    throw new Refused('password-wrong', 'old password is wrong', { field: 'oldPassword' });
  }
  if (email) throw new Refused('password-none', 'set one by mail first');
  await (member.phone ? proveByPhone(actor, asCode(password), now) : proveBySession(actor, now));
  return { email };
}

async function proveByPhone(actor: SignedIn, code: string, now: Date): Promise<void> {
  const field = 'oldPassword';
  const asked = await db.phoneCode.findFirst({
    where: { memberId: actor.id, purpose: 'PROVE', usedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  if (!asked) throw new Refused('phone-ask-first', 'no code was asked for', { field });
  const step = { codeId: asked.id, purpose: 'PROVE' } as const;
  requireRight(await transact(tryPhoneCode)(actor, { ...step, code }, { now }), field);
  await transact(usePhoneCode)(actor, step, { now });
}

// A session is written down when it is first seen, and keeps that moment: one that is not written down yet has just begun.
async function proveBySession(actor: SignedIn, now: Date): Promise<void> {
  if (!actor.session) return;
  const seen = await db.memberSession.findUnique({
    where: { id: actor.session.id, memberId: actor.id },
    select: { createdAt: true },
  });
  if (seen && after(seen.createdAt, freshSessionMs) <= now) throw new Refused('sign-in-again', 'the session is old');
}
