import { builtInRoles, type BuiltInRole, type DomainPermissions, type Permission } from './core/permissions';
import type { Domain } from './core/domain';
import { domains } from './domains';

const all: readonly Domain[] = domains;

type Declaring = Extract<(typeof domains)[number], { permissions: DomainPermissions }>;
/** The domains that have permissions. */
export type PermissionGroup = Declaring['name'];

/** Every domain's permissions, in the order of the staff pages. */
export const permissionsByDomain = all.flatMap((each) =>
  each.permissions
    ? [{ domain: each.name as PermissionGroup, permissions: Object.keys(each.permissions) as Permission[] }]
    : [],
);

/** All that staff can be given. */
export const permissions: readonly Permission[] = permissionsByDomain.flatMap((each) => each.permissions);

const known = new Set<string>(permissions);
const holders = Object.assign({}, ...all.map((each) => each.permissions)) as Record<Permission, readonly string[]>;

const sensitive = new Set<string>(all.flatMap((each) => each.sensitive ?? []));

/** Whether a permission sees personal data, moves money or gives such rights. */
export function isSensitive(permission: Permission): boolean {
  return sensitive.has(permission);
}

/** What a role gives: a built-in one by the code, another one what is stored of it and still exists. */
export function permissionsOf(role: { key: string; permissions?: readonly string[] }): readonly Permission[] {
  return byBuiltIn.get(role.key) ?? ((role.permissions ?? []).filter((each) => known.has(each)) as Permission[]);
}

/** What several roles give together. */
export function permissionsOfAll(
  roles: readonly { key: string; permissions?: readonly string[] }[],
): readonly Permission[] {
  return [...new Set(roles.flatMap(permissionsOf))];
}

/** Whether a role is one of those that are always there. */
export function isBuiltIn(key: string): key is BuiltInRole {
  return byBuiltIn.has(key);
}

/** The built-in roles that hold a permission. */
export function builtInHolders(permission: Permission): BuiltInRole[] {
  return builtInRoles.filter((key) => permissionsOf({ key }).includes(permission));
}

const byBuiltIn = new Map<string, readonly Permission[]>(
  builtInRoles.map((key) => [
    key,
    key === 'ADMIN' ? permissions : permissions.filter((permission) => holders[permission].includes(key)),
  ]),
);
