import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import type { BuiltInRole } from '@/lib/core/permissions';

import { canChangeRoles } from '../policy';
import { keepOneAdmin } from './keep-one-admin';

type Input = { memberId: string; role: BuiltInRole; reason: string };

/** Gives a member a staff role. */
export async function grantRole(ctx: Ctx, { memberId, role, reason }: Input): Promise<void> {
  allow(canChangeRoles(ctx.actor));
  const member = found(
    await ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true, emailVerifiedAt: true } }),
  );
  allow(member.emailVerifiedAt !== null, 'role-needs-proof');
  await ctx.db.memberRole.createMany({
    data: [{ memberId, role, reason, grantedById: idOf(ctx.actor), at: ctx.now }],
    skipDuplicates: true,
  });
  await audit(ctx, { act: 'member.grantRole', subject: ['member', memberId], reason, detail: { role } });
  ctx.touch(`member:${member.handle}`);
}

/** Takes a staff role from a member. The last administrator who can sign in stays. */
export async function revokeRole(ctx: Ctx, { memberId, role, reason }: Input): Promise<void> {
  allow(canChangeRoles(ctx.actor));
  const member = found(await ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true } }));
  if (role === 'ADMIN') await keepOneAdmin(ctx, memberId);
  await ctx.db.memberRole.deleteMany({ where: { memberId, role } });
  await audit(ctx, { act: 'member.revokeRole', subject: ['member', memberId], reason, detail: { role } });
  ctx.touch(`member:${member.handle}`);
}
