import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { asEmail } from '@/lib/core/email';
import { allow, found } from '@/lib/core/errors';
import { notOver } from '@/lib/core/time';

import { canReadPersonal } from '../policy';

/** Shows staff the address and the phone of a member whom they may act on; who looked, and why, stays in the audit log. */
export async function readPersonal(
  ctx: Ctx,
  { memberId, reason }: { memberId: string; reason: string },
): Promise<{ email: string | null; phone: string | null }> {
  allow(may(ctx.actor, 'members.readPersonal'));
  const { email, phone, grants } = found(
    await ctx.db.member.findUnique({
      where: { id: memberId },
      select: { email: true, phone: true, grants: { where: notOver(ctx.now), select: { id: true } } },
    }),
  );
  allow(canReadPersonal(ctx.actor, { id: memberId, staff: grants.length > 0 }));
  await audit(ctx, { act: 'member.readPersonal', subject: ['member', memberId], reason });
  return { email, phone };
}

/**
 * Finds for staff the member with a whole address, among those whom they may act on. To find one confirms whose address
 * it is, so it stands in the audit log like reading it.
 */
export function findByEmail(ctx: Ctx, { email }: { email: string }): Promise<{ id: string } | null> {
  const kept = asEmail(email);
  return find(ctx, 'member.findByEmail', kept === null ? null : { email: kept });
}

/** The same by a whole number, with the code of its country before it. */
export function findByPhone(ctx: Ctx, { phone }: { phone: string }): Promise<{ id: string } | null> {
  return find(ctx, 'member.findByPhone', { phone: phone.replace(/[\s().-]/g, '') });
}

async function find(
  ctx: Ctx,
  act: string,
  where: { email: string } | { phone: string } | null,
): Promise<{ id: string } | null> {
  allow(may(ctx.actor, 'members.readPersonal'));
  const select = { id: true, grants: { where: notOver(ctx.now), select: { id: true } } } as const;
  const member = where && (await ctx.db.member.findUnique({ where, select }));
  if (!member || !canReadPersonal(ctx.actor, { id: member.id, staff: member.grants.length > 0 })) return null;
  await audit(ctx, { act, subject: ['member', member.id] });
  return { id: member.id };
}
