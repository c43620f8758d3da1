import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { endPendingCodes } from './end-pending-codes';
import { endSessions } from './end-sessions';
import { holdSession } from './hold-session';
import { usePhoneCode } from './phone-codes';
import { isPhoneFresh, lockPhoneHolder, phoneTaken, takePhoneFrom } from './phone-holder';

/** The version under which the actor's own session goes on; null where no session ended. */
export type PhoneChanged = { version: number | null };

/**
 * Gives the actor the number that they proved, in the place of the one they had; then every other session ends, since whoever has the old number
 * may have one. Refuses with phone-taken where another account proved it not long ago, with signed-out in a session that is over.
 */
export async function addPhone(ctx: Ctx, { codeId }: { codeId: string }): Promise<PhoneChanged> {
  const memberId = await holdSession(ctx);
  const { phone, memberId: asked } = await usePhoneCode(ctx, { codeId, purpose: 'ADD' });
  if (asked !== memberId) throw new Refused('code-expired', 'code of another member', { field: 'code' });
  const own = await ctx.db.member.findUniqueOrThrow({ where: { id: memberId }, select: { phone: true } });
  const holder = own.phone === phone ? null : await lockPhoneHolder(ctx, phone);
  if (holder && isPhoneFresh(holder, ctx.now))
    throw new Refused('phone-taken', 'another account proved it', { field: 'code' });
  if (holder) await takePhoneFrom(ctx, holder);
  // Both what was sent to the number that is left and what waits for the new one.
  await endPendingCodes(ctx, { memberId });
  const data = { phone, phoneProvedAt: ctx.now };
  await ctx.db.member.update({ where: { id: memberId }, data, select: { id: true } }).catch(phoneTaken);
  // Proved again, it is as it was.
  if (own.phone === phone) return { version: null };
  await ctx.emit('phone.changed', { memberId, change: own.phone === null ? 'added' : 'replaced' });
  return own.phone === null ? { version: null } : endSessions(ctx, { memberId });
}

/**
 * Takes the actor's number away; every other session ends. Refuses with phone-last where nothing else leads into the account, and with
 * signed-out in a session that is over.
 */
export async function removePhone(ctx: Ctx): Promise<PhoneChanged> {
  const memberId = await holdSession(ctx);
  const { phone } = await ctx.db.member.findUniqueOrThrow({ where: { id: memberId }, select: { phone: true } });
  const holder = found(phone ? await lockPhoneHolder(ctx, phone) : null);
  allow(holder.otherWays, 'phone-last');
  const ended = await endSessions(ctx, { memberId });
  const data = { phone: null, phoneProvedAt: null };
  await ctx.db.member.update({ where: { id: memberId }, data, select: { id: true } });
  await ctx.emit('phone.changed', { memberId, change: 'removed' });
  return ended;
}
