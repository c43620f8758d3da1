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
  await writeGrant(ctx, { memberId, roleKey: key, until, reason, grantedById: idOf(ctx.actor) });
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

type Written = { memberId: string; roleKey: string; until: Date | null; reason: string; grantedById: string | null };

/** Puts a role into a member's hands, in the place of a grant of it that they hold already. */
export async function writeGrant(ctx: Ctx, grant: Written): Promise<void> {
  await ctx.db.grant.deleteMany({ where: { memberId: grant.memberId, roleKey: grant.roleKey, scopeType: null } });
  await ctx.db.grant.create({ data: { ...grant, at: ctx.now } });
}

// An end also replaces a grant without an end.
async function keepOtherAdmin(ctx: Ctx, memberId: string): Promise<void> {
  const endless = await ctx.db.grant.count({ where: { memberId, roleKey: 'ADMIN', scopeType: null, until: null } });
  if (endless > 0) await keepOneAdmin(ctx, memberId);
}

/** A role that the actor may give. It is kept until the commit: nobody deletes it meanwhile, nor does it come to allow more. */
export async function roleToGive(ctx: Ctx, key: string) {
  allow(canGiveRole(ctx.actor));
  const role = found(await keptRole(ctx, key));
  allow(canGiveRole(ctx.actor, role));
  return role;
}

/** A role as it stays until the commit; null when there is none. */
export async function keptRole(ctx: Ctx, key: string) {
  await ctx.db.$queryRaw`SELECT 1 FROM "StaffRole" WHERE "key" = ${key} FOR SHARE`;
  return ctx.db.staffRole.findUnique({ where: { key } });
}

async function lockedMember(ctx: Ctx, memberId: string) {
  await ctx.db.$queryRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
  return ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true, emailVerifiedAt: true } });
}
