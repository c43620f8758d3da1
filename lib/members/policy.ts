import { hasRole, memberId, type Actor, type Role } from '@/lib/core/actor';

type Target = { id: string; roles: readonly Role[] };

/** Whether the actor may warn or suspend a member: moderators any fan, admins also staff, nobody themselves. */
export function canModerateMember(actor: Actor, target: Target): boolean {
  if (memberId(actor) === target.id) return false;
  return target.roles.length > 0 ? hasRole(actor, 'ADMIN') : hasRole(actor, 'MODERATOR');
}

/** Whether the actor may give and take roles and trust. */
export function canChangeRoles(actor: Actor): boolean {
  return hasRole(actor, 'ADMIN');
}

/** Whether the actor may see the members' room of the staff house. */
export function canSeeMembers(actor: Actor): boolean {
  return hasRole(actor, 'MODERATOR');
}
