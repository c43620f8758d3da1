import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, found } from '@/lib/core/errors';
import { notOver } from '@/lib/core/time';

import { canModerateMember } from '../policy';
import { endSessions } from './end-sessions';
import { keepOneAdmin } from './keep-one-admin';
import { activeSuspension } from '../published';

type Suspending = { memberId: string; reason: string; until: Date | null };

/**
 * Shuts a member out until a time, or until the suspension is lifted; their sessions end at once. For a member who is suspended
 * already the later end stays, whichever it is.
 */
export async function suspendMember(
  ctx: Ctx,
  { memberId, reason, until: asked }: Suspending,
): Promise<{ suspensionId: string; until: Date | null }> {
  const target = await moderated(ctx, memberId);
  if (target.grants.some(({ roleKey }) => roleKey === 'ADMIN')) await keepOneAdmin(ctx, memberId);
  // A replaced suspension has no lifting reason of its own: the member stayed suspended.
  const replaced = await ctx.db.suspension.updateManyAndReturn({
    where: { memberId, ...activeSuspension(ctx.now) },
    data: { liftedAt: ctx.now, liftedById: idOf(ctx.actor) },
    select: { until: true },
  });
  const until = latestEnd([asked, ...replaced.map((each) => each.until)]);
  const { id } = await ctx.db.suspension.create({
    data: { memberId, byId: idOf(ctx.actor), reason, at: ctx.now, until },
    select: { id: true },
  });
  await endSessions(ctx, { memberId });
  await audit(ctx, {
    act: 'member.suspend',
    subject: ['member', memberId],
    reason,
    detail: {
      until: until?.toISOString() ?? null,
      ...(replaced.length > 0 && { asked: asked?.toISOString() ?? null }),
    },
  });
  await ctx.emit('member.suspended', { memberId, suspensionId: id });
  ctx.touch(`member:${target.handle}`);
  return { suspensionId: id, until };
}

// Without an end is later than any.
function latestEnd(ends: (Date | null)[]): Date | null {
  if (ends.includes(null)) return null;
  return new Date(Math.max(...ends.map(Number)));
}

/** Lets a suspended member in again. */
export async function liftSuspension(
  ctx: Ctx,
  { memberId, reason }: { memberId: string; reason: string },
): Promise<void> {
  const target = await moderated(ctx, memberId);
  const lifted = await ctx.db.suspension.updateManyAndReturn({
    where: { memberId, ...activeSuspension(ctx.now) },
    data: { liftedAt: ctx.now, liftedById: idOf(ctx.actor), liftReason: reason },
    select: { id: true },
  });
  allow(lifted.length > 0, 'not-suspended');
  await audit(ctx, { act: 'member.liftSuspension', subject: ['member', memberId], reason });
  for (const { id } of lifted) await ctx.emit('member.suspensionLifted', { memberId, suspensionId: id });
  ctx.touch(`member:${target.handle}`);
}

/** Tells a member, with a reason, that something they did must not happen again. */
export async function warnMember(
  ctx: Ctx,
  { memberId, reason }: { memberId: string; reason: string },
): Promise<{ warningId: string }> {
  await moderated(ctx, memberId);
  const { id } = await ctx.db.warning.create({
    data: { memberId, byId: idOf(ctx.actor), reason, at: ctx.now },
    select: { id: true },
  });
  await audit(ctx, { act: 'member.warn', subject: ['member', memberId], reason });
  await ctx.emit('member.warned', { memberId, warningId: id });
  return { warningId: id };
}

// Locked until the commit: two who suspend one member at once must not leave two suspensions standing. Not against rows that
// only name the member, or two who act on each other would wait for each other.
async function moderated(
  ctx: Ctx,
  memberId: string,
): Promise<{ handle: string | null; grants: { roleKey: string }[] }> {
  await ctx.db.$queryRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
  const target = found(
    await ctx.db.member.findUnique({
      where: { id: memberId },
      select: { handle: true, grants: { where: notOver(ctx.now), select: { roleKey: true } } },
    }),
  );
  if (!canModerateMember(ctx.actor, { id: memberId, staff: target.grants.length > 0 })) throw forbidden();
  return target;
}
