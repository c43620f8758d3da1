import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { cleanLine } from '@/lib/core/fields';
import { ifTaken } from '@/lib/core/if-taken';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { notOver } from '@/lib/core/time';

import { canChangeEmail, canCorrectMember } from '../policy';
import type { CorrectMember } from '../schema';
import { endSessions } from './end-sessions';
import { endPendingCodes, lockMember } from './end-pending-codes';
import { lockPhoneHolder } from './phone-holder';

export type Corrected = {
  /**
   * Of an address that changed: whom to tell of it. Nobody where there is no account, or one that nobody has claimed yet, and `from` only
   * where it was confirmed: it may be somebody else's.
   */
  told: { from: string | null; to: string; name: string; locale: string } | null;
};

/**
 * Changes for a member what they cannot change themselves, for a reason: the name, the address, and a picture or words about themselves that
 * have to go, and a number that they lost. With a new address every way into the account ends that proved the one before: sessions, password and providers; whoever confirms
 * it has the account, and nobody else; without the number every session ends. Refuses with phone-last-other where nothing else would lead into
 * the account, with member-changed where the name is another one than was shown, and with email-taken for an
 * address that somebody has.
 */
export async function correctMember(
  ctx: Ctx,
  { memberId, shownName, reason, ...wish }: CorrectMember,
): Promise<Corrected> {
  allow(may(ctx.actor, 'members.correct'));
  const { phone } = await lockMember(ctx, { memberId });
  const member = found(await ctx.db.member.findUnique({ where: { id: memberId }, select: fields(ctx.now) }));
  const target = { id: memberId, staff: member.grants.length > 0 };
  allow(canCorrectMember(ctx.actor, target));
  if (cleanLine(member.name) !== shownName)
    throw new Refused('member-changed', 'another name by now', { field: 'name' });
  // Asked also for the address that they have: to be told that it is theirs would be to read it. Staff move themselves: who could move them
  // could become them.
  allow(!wish.email || canChangeEmail(ctx.actor, target));
  const email = wish.email && wish.email !== member.email ? wish.email : null;
  if (email) await refuseTaken(ctx, email);
  // As with the address: who could take the ways into an account of staff from them could lock them out.
  allow(!wish.dropPhone || canChangeEmail(ctx.actor, target));
  const dropped = wish.dropPhone ? phone : null;
  if (dropped && !email) await requireOtherWay(ctx, dropped);
  const parts = [
    member.name !== wish.name && 'name',
    email && 'email',
    dropped && 'phone',
    wish.clearPicture && member.avatar !== null && 'picture',
    wish.clearBio && member.bio !== '' && 'bio',
  ].filter((part) => part !== false && part !== null);
  allow(parts.length > 0, 'nothing-changed');
  if (email) await endWaysIn(ctx, memberId);
  if (dropped) {
    // Whoever has the number now may have a session by it, or a code on its way.
    await endPendingCodes(ctx, { memberId });
    if (!email) await endSessions(ctx, { memberId });
  }
  await ctx.db.member
    .update({
      where: { id: memberId },
      data: {
        name: wish.name,
        ...(email && { email, emailVerifiedAt: null, passwordHash: null }),
        // A number was proved by whoever had the address before; who had none comes by the number alone.
        ...(((email && member.email !== null) || dropped) && { phone: null, phoneProvedAt: null }),
        ...(wish.clearPicture && { avatar: null }),
        ...(wish.clearBio && { bio: '' }),
      },
      select: { id: true },
    })
    .catch(ifTaken(...emailTaken));
  await audit(ctx, { act: 'member.correct', subject: ['member', memberId], reason, detail: { parts } });
  // Of another address they are told by mail, where they have an account.
  // A number has a message of its own.
  const isSeen = member.handle !== null && parts.some((part) => part !== 'email' && part !== 'phone');
  if (isSeen) await ctx.emit('member.corrected', { memberId });
  if (dropped) await ctx.emit('phone.changed', { memberId, change: 'removed' });
  if (member.handle) ctx.touch(`member:${member.handle}`);
  return { told: email ? toTell(member, { email, name: wish.name }) : null };
}

const fields = (now: Date) =>
  ({
    ...{ handle: true, name: true, avatar: true, bio: true, email: true, emailVerifiedAt: true, locale: true },
    ...{ source: true, lastSeenAt: true },
    grants: { where: notOver(now), select: { id: true }, take: 1 },
  }) as const;

type Found = Prisma.MemberGetPayload<{ select: ReturnType<typeof fields> }>;

// Whoever was brought from elsewhere and has never been here has no account that a letter could speak of.
function toTell(member: Found, { email, name }: { email: string; name: string }): Corrected['told'] {
  const hasAccount = member.handle !== null && (member.source === null || member.lastSeenAt !== null);
  if (!hasAccount) return null;
  return { from: member.emailVerifiedAt && member.email, to: email, name, locale: member.locale };
}

// What was mailed to the address that is left, or was entered by it, proves nothing any more.
async function endWaysIn(ctx: Ctx, memberId: string): Promise<void> {
  await endSessions(ctx, { memberId });
  await ctx.db.signInAccount.deleteMany({ where: { memberId } });
}

async function requireOtherWay(ctx: Ctx, phone: string): Promise<void> {
  const holder = await lockPhoneHolder(ctx, phone);
  if (!holder?.otherWays) throw new Refused('phone-last-other', 'nothing else leads in', { field: 'dropPhone' });
}

async function refuseTaken({ db }: Ctx, email: string): Promise<void> {
  const holder = await db.member.findUnique({ where: { email }, select: { id: true } });
  if (holder) throw new Refused(...emailTaken);
}

const emailTaken = ['email-taken', 'somebody has that address', { field: 'email' }] as const;
