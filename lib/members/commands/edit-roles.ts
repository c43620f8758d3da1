import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Permission } from '@/lib/core/permissions';
import { notOver } from '@/lib/core/time';
import { permissionsOf } from '@/lib/permissions';

import { canGiveRole } from '../policy';

type Names = { name: string; nameZh: string };

/** Makes a role of the brand's own that allows at first what another one allows. */
export async function copyRole(ctx: Ctx, { from, name, nameZh }: Names & { from: string }): Promise<{ key: string }> {
  const role = await lockedRole(ctx, from);
  const key = uuid7(ctx.now);
  await ctx.db.staffRole.create({ data: { key, name, nameZh, permissions: [...permissionsOf(role)], at: ctx.now } });
  await audit(ctx, { act: 'role.copy', subject: ['role', key], detail: { name, from } });
  return { key };
}

type Editing = Names & { role: string; permissions: Permission[] };

/** Changes the names of a role of the brand's own and what it allows; its holders have the new permissions at once. */
export async function editRole(ctx: Ctx, { role: key, name, nameZh, permissions }: Editing): Promise<void> {
  const role = await lockedRole(ctx, key);
  allow(!role.builtIn, 'role-built-in');
  allow(canGiveRole(ctx.actor, { key, permissions }));
  await ctx.db.staffRole.update({ where: { key }, data: { name, nameZh, permissions } });
  const before = permissionsOf(role);
  const given = permissions.filter((each) => !before.includes(each));
  const taken = before.filter((each) => !permissions.includes(each));
  await audit(ctx, { act: 'role.edit', subject: ['role', key], detail: { name, given, taken } });
}

/** Deletes a role of the brand's own that nobody holds any more. */
export async function deleteRole(ctx: Ctx, { role: key }: { role: string }): Promise<void> {
  const role = await lockedRole(ctx, key);
  allow(!role.builtIn, 'role-built-in');
  const held = await ctx.db.grant.count({ where: { roleKey: key, ...notOver(ctx.now) } });
  allow(held === 0, 'role-held');
  await ctx.db.grant.deleteMany({ where: { roleKey: key } });
  await ctx.db.staffRole.delete({ where: { key } });
  await audit(ctx, { act: 'role.delete', subject: ['role', key], detail: { name: role.name } });
}

// Locked until the commit, so that nobody is given a role while it changes.
async function lockedRole(ctx: Ctx, key: string) {
  allow(canGiveRole(ctx.actor));
  await ctx.db.$queryRaw`SELECT 1 FROM "StaffRole" WHERE "key" = ${key} FOR UPDATE`;
  const role = found(await ctx.db.staffRole.findUnique({ where: { key } }));
  allow(canGiveRole(ctx.actor, role));
  return role;
}
