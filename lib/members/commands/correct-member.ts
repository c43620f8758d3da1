import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { cleanLine } from '@/lib/core/fields';
import { notOver } from '@/lib/core/time';

import { canChangeEmail, canCorrectMember } from '../policy';
import type { CorrectMember } from '../schema';
import { endSessions } from './end-sessions';
import { lockMember } from './end-pending-codes';

export type Corrected = {
  /** Of an address that changed: whom to tell of it; nobody where it was no confirmed address of an account. */
  told: { from: string; to: string; name: string; locale: string } | null;
};

/**
 * Changes for a member what they cannot change themselves, for a reason: the name, the address, and a picture or words about themselves that
 * have to go. A new address has to be confirmed before the account does what a confirmed one does, and every session ends. Refuses with
 * member-changed where the name is another one than was shown, and with email-taken for an address that somebody has.
 */
export async function correctMember(
  ctx: Ctx,
  { memberId, shownName, reason, ...wish }: CorrectMember,
): Promise<Corrected> {
  allow(may(ctx.actor, 'members.correct'));
  await lockMember(ctx, { memberId });
  const member = found(await ctx.db.member.findUnique({ where: { id: memberId }, select: fields(ctx.now) }));
  const target = { id: memberId, staff: member.grants.length > 0 };
  allow(canCorrectMember(ctx.actor, target));
  if (cleanLine(member.name) !== shownName)
    throw new Refused('member-changed', 'another name by now', { field: 'name' });
  const email = wish.email && wish.email !== member.email ? wish.email : null;
  if (email) await refuseAddress(ctx, email, target);
  const parts = [
    member.name !== wish.name && 'name',
    email && 'email',
    wish.clearPicture && member.avatar !== null && 'picture',
    wish.clearBio && member.bio !== '' && 'bio',
  ].filter((part) => part !== false && part !== null);
  allow(parts.length > 0, 'nothing-changed');
  // What was mailed to the address that is left proves nothing any more.
  if (email) await endSessions(ctx, { memberId });
  await ctx.db.member.update({
    where: { id: memberId },
    data: {
      name: wish.name,
      ...(email && { email, emailVerifiedAt: null }),
      ...(wish.clearPicture && { avatar: null }),
      ...(wish.clearBio && { bio: '' }),
    },
    select: { id: true },
  });
  await audit(ctx, { act: 'member.correct', subject: ['member', memberId], reason, detail: { parts } });
  if (member.handle) ctx.touch(`member:${member.handle}`);
  const told = email && member.email && member.emailVerifiedAt;
  return { told: told ? { from: member.email!, to: email, name: wish.name, locale: member.locale } : null };
}

const fields = (now: Date) =>
  ({
    ...{ handle: true, name: true, avatar: true, bio: true, email: true, emailVerifiedAt: true, locale: true },
    grants: { where: notOver(now), select: { id: true }, take: 1 },
  }) as const;

// Staff move themselves: who could move them could become them.
async function refuseAddress(ctx: Ctx, email: string, target: { id: string; staff: boolean }): Promise<void> {
  allow(canChangeEmail(ctx.actor, target));
  const holder = await ctx.db.member.findUnique({ where: { email }, select: { id: true } });
  if (holder) throw new Refused('email-taken', 'somebody has that address', { field: 'email' });
}
