import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { asEmail } from '@/lib/core/email';
import { allow, found } from '@/lib/core/errors';
import { notOver } from '@/lib/core/time';

import { canReadPersonal } from '../policy';

/** Shows staff the address of a member whom they may act on; who looked, and why, stays in the audit log. */
export async function readPersonal(
  ctx: Ctx,
  { memberId, reason }: { memberId: string; reason: string },
): Promise<{ email: string | null }> {
  allow(may(ctx.actor, 'members.readPersonal'));
  const { email, grants } = found(
    await ctx.db.member.findUnique({
      where: { id: memberId },
      select: { email: true, grants: { where: notOver(ctx.now), select: { id: true } } },
    }),
  );
  allow(canReadPersonal(ctx.actor, { id: memberId, staff: grants.length > 0 }));
  await audit(ctx, { act: 'member.readPersonal', subject: ['member', memberId], reason });
  return { email };
}

/**
 * Finds for staff the member with a whole address, among those whom they may act on. To find one confirms whose address
 * it is, so it stands in the audit log like reading it.
 */
export async function findByEmail(ctx: Ctx, { email }: { email: string }): Promise<{ id: string } | null> {
  allow(may(ctx.actor, 'members.readPersonal'));
  const kept = asEmail(email);
  if (kept === null) return null;
  const member = await ctx.db.member.findUnique({
    where: { email: kept },
    select: { id: true, grants: { where: notOver(ctx.now), select: { id: true } } },
  });
  if (!member || !canReadPersonal(ctx.actor, { id: member.id, staff: member.grants.length > 0 })) return null;
  await audit(ctx, { act: 'member.findByEmail', subject: ['member', member.id] });
  return { id: member.id };
}
