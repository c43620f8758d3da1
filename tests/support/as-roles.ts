import type { SignedIn } from '@/lib/core/actor';
import type { BuiltInRole } from '@/lib/core/permissions';
import { permissionsOfAll } from '@/lib/permissions';

/** What makes an actor one who holds these built-in roles. */
export function asRoles(...keys: BuiltInRole[]): Pick<SignedIn, 'roles' | 'permissions'> {
  const roles = keys.map((key) => ({ key, name: null, nameZh: null }));
  return { roles, permissions: permissionsOfAll(roles) };
}
