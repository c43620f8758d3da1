import { randomUUID } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { ifTaken } from '@/lib/core/if-taken';
import { digitCode } from '@/lib/core/ids';
import { after } from '@/lib/core/time';

import { codeLifeMs, hashCode } from '../codes';
import { endPendingCodes } from './end-pending-codes';
import { holdSession } from './hold-session';
import { useCode } from './use-code';

/**
 * Makes a code for a member's new address; `code` is null when the address is somebody's already, which only its mail may say. `unclaimed` where
 * that is a customer, who has no account to sign in to.
 */
export async function requestEmailChange(
  ctx: Ctx,
  { memberId, email }: { memberId: string; email: string },
): Promise<{ codeId: string; code: string | null; unclaimed: boolean }> {
  const holder = await ctx.db.member.findUnique({ where: { email }, select: { handle: true } });
  const codeId = randomUUID();
  const code = digitCode();
  await ctx.db.emailCode.create({
    data: {
      id: codeId,
      purpose: 'CHANGE_EMAIL',
      email,
      memberId,
      codeHash: hashCode(codeId, code),
      createdAt: ctx.now,
      expiresAt: after(ctx.now, codeLifeMs),
    },
  });
  return { codeId, code: holder ? null : code, unclaimed: holder?.handle === null };
}

/** Moves the actor to the address that they proved; returns the one they leave. Refuses with signed-out in a session that is over. */
export async function changeEmail(
  ctx: Ctx,
  { codeId }: { codeId: string },
): Promise<{ oldEmail: string | null; email: string }> {
  const memberId = await holdSession(ctx);
  const wish = await useCode(ctx, { codeId, purpose: 'CHANGE_EMAIL' });
  if (wish.memberId !== memberId) throw new Refused('code-expired', 'code of another member', { field: 'code' });
  const holder = await ctx.db.member.findUnique({ where: { email: wish.email }, select: { id: true } });
  if (holder) throw new Refused(...takenMeanwhile);
  const { email: oldEmail } = await ctx.db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { email: true },
  });
  // Both what was mailed to the address that is left and what waits for the new one.
  await endPendingCodes(ctx, { memberId });
  await ctx.db.member
    .update({ where: { id: memberId }, data: { email: wish.email, emailVerifiedAt: ctx.now } })
    .catch(ifTaken(...takenMeanwhile));
  await endPendingCodes(ctx, { memberId });
  return { oldEmail, email: wish.email };
}

const takenMeanwhile = ['code-expired', 'address taken meanwhile', { field: 'code' }] as const;
