import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canGiveRole } from '../policy';
import { keepOneAdmin } from './keep-one-admin';

type Revoking = { memberId: string; role: string; reason: string };

/** Gives a member a staff role, until a time or without an end; a role that is held already gets the new end. */
export async function grantRole(
  ctx: Ctx,
  { memberId, role: key, reason, until = null }: Revoking & { until?: Date | null },
): Promise<void> {
  const role = await roleToGive(ctx, key);
  const member = found(await lockedMember(ctx, memberId));
  allow(member.emailVerifiedAt !== null, 'role-needs-proof');
  if (until && until <= ctx.now) throw new Refused('bad-date', 'the end is over', { field: 'until' });
  if (until && key === 'ADMIN') await keepOtherAdmin(ctx, memberId);
  await ctx.db.grant.deleteMany({ where: { memberId, roleKey: key, scopeType: null } });
  await ctx.db.grant.create({
    data: { memberId, roleKey: key, until, reason, grantedById: idOf(ctx.actor), at: ctx.now },
  });
  const detail = { role: key, name: role.name, until: until?.toISOString() ?? null };
  await audit(ctx, { act: 'member.grantRole', subject: ['member', memberId], reason, detail });
  ctx.touch(`member:${member.handle}`);
}

/** Takes a staff role from a member. The last administrator who can sign in stays. */
export async function revokeRole(ctx: Ctx, { memberId, role: key, reason }: Revoking): Promise<void> {
  const role = await roleToGive(ctx, key);
  const member = found(await lockedMember(ctx, memberId));
  if (key === 'ADMIN') await keepOneAdmin(ctx, memberId);
  await ctx.db.grant.deleteMany({ where: { memberId, roleKey: key } });
  const detail = { role: key, name: role.name };
  await audit(ctx, { act: 'member.revokeRole', subject: ['member', memberId], reason, detail });
  ctx.touch(`member:${member.handle}`);
}

// An end also replaces a grant without an end.
async function keepOtherAdmin(ctx: Ctx, memberId: string): Promise<void> {
  const endless = await ctx.db.grant.count({ where: { memberId, roleKey: 'ADMIN', scopeType: null, until: null } });
  if (endless > 0) await keepOneAdmin(ctx, memberId);
}

// Kept until the commit: a role that is being given is not deleted meanwhile, nor does it come to allow more.
async function roleToGive(ctx: Ctx, key: string): Promise<{ name: string | null }> {
  allow(canGiveRole(ctx.actor));
  await ctx.db.$queryRaw`SELECT 1 FROM "StaffRole" WHERE "key" = ${key} FOR SHARE`;
  const role = found(await ctx.db.staffRole.findUnique({ where: { key } }));
  allow(canGiveRole(ctx.actor, role));
  return role;
}

async function lockedMember(ctx: Ctx, memberId: string) {
  await ctx.db.$queryRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
  return ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true, emailVerifiedAt: true } });
}
