import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { canSeeMembers } from '../policy';

/** Shows staff a member's address; who looked, and why, stays in the audit log. */
export async function readPersonal(ctx: Ctx, { memberId, reason }: { memberId: string; reason: string }): Promise<{ email: string | null }> {
  allow(canSeeMembers(ctx.actor));
  const { email } = found(await ctx.db.member.findUnique({ where: { id: memberId }, select: { email: true } }));
  await audit(ctx, { act: 'member.readPersonal', subject: ['member', memberId], reason });
  return { email };
}
