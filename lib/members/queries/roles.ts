import type { Reading } from '@/lib/core/context';
import { builtInRoles, type Permission } from '@/lib/core/permissions';
import { notOver } from '@/lib/core/time';
import { builtInHolders, isBuiltIn, permissionsOf } from '@/lib/permissions';

import { activeSuspension } from '../published';

/** What to read of a role that is held. */
export const roleName = { key: true, name: true, nameZh: true } as const;

/** The members who hold a permission and are not suspended. */
export async function listHolders(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { permission }: { permission: Permission },
): Promise<string[]> {
  const holding = { OR: [{ key: { in: builtInHolders(permission) } }, { permissions: { has: permission } }] };
  const rows = await db.grant.findMany({
    where: {
      ...{ scopeType: null, ...notOver(now), role: holding },
      member: { suspensions: { none: activeSuspension(now) } },
    },
    distinct: ['memberId'],
    take: 500,
    select: { memberId: true },
  });
  return rows.map(({ memberId }) => memberId);
}

/** How the roles are called, the built-in ones first. */
export async function listRoleNames({ db }: Pick<Reading, 'db'>) {
  return db.staffRole.findMany({
    orderBy: [{ builtIn: 'desc' }, { at: 'asc' }, { key: 'asc' }],
    take: 100,
    select: roleName,
  });
}

/** The roles that can be given, the built-in ones first, with how many hold each now. */
export async function listRoles({ db, now }: Pick<Reading, 'db' | 'now'>) {
  const rows = await db.staffRole.findMany({
    orderBy: [{ builtIn: 'desc' }, { at: 'asc' }, { key: 'asc' }],
    take: 100,
    select: { ...roleName, builtIn: true, permissions: true, _count: { select: { grants: { where: notOver(now) } } } },
  });
  const order = (key: string) => (isBuiltIn(key) ? builtInRoles.indexOf(key) : builtInRoles.length);
  return rows
    .toSorted((a, b) => order(a.key) - order(b.key))
    .map(({ _count, ...role }) => ({ ...role, permissions: permissionsOf(role), holders: _count.grants }));
}

export type RoleRow = Awaited<ReturnType<typeof listRoles>>[number];
