import type { Role } from '@/lib/core/actor';
import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canChangeRoles } from '../policy';

type Input = { memberId: string; role: Role; reason: string };

/** Gives a member a staff role. */
export async function grantRole(ctx: Ctx, { memberId, role, reason }: Input): Promise<void> {
  allow(canChangeRoles(ctx.actor));
  const member = found(await ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true, emailVerifiedAt: true } }));
  allow(member.emailVerifiedAt !== null, 'role-needs-proof');
  await ctx.db.memberRole.createMany({
    data: [{ memberId, role, reason, grantedById: idOf(ctx.actor), at: ctx.now }],
    skipDuplicates: true,
  });
  await audit(ctx, { act: 'member.grantRole', subject: ['member', memberId], reason, detail: { role } });
  ctx.touch(`member:${member.handle}`);
}

/** Takes a staff role from a member. The last admin stays. */
export async function revokeRole(ctx: Ctx, { memberId, role, reason }: Input): Promise<void> {
  allow(canChangeRoles(ctx.actor));
  const member = found(await ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true } }));
  if (role === 'ADMIN') await keepOneAdmin(ctx, memberId);
  await ctx.db.memberRole.deleteMany({ where: { memberId, role } });
  await audit(ctx, { act: 'member.revokeRole', subject: ['member', memberId], reason, detail: { role } });
  ctx.touch(`member:${member.handle}`);
}

// The rows are locked: two admins who revoke each other at once must not both succeed.
async function keepOneAdmin(ctx: Ctx, memberId: string): Promise<void> {
  const admins = await ctx.db.$queryRaw<{ memberId: string }[]>`
    SELECT "memberId" FROM "MemberRole" WHERE "role" = 'ADMIN' ORDER BY "memberId" FOR UPDATE`;
  if (!admins.some((admin) => admin.memberId !== memberId)) throw new Refused('last-admin', 'the last admin stays', { field: 'role' });
}
