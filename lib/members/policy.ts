import { type Actor, may, memberId } from '@/lib/core/actor';
import type { Permission } from '@/lib/core/permissions';
import { permissionsOf } from '@/lib/permissions';

type Target = { id: string; staff: boolean };

/** Whether the actor may warn or suspend a member: fans, and staff with a permission of its own, nobody themselves. */
export function canModerateMember(actor: Actor, target: Target): boolean {
  if (memberId(actor) === target.id) return false;
  return target.staff ? may(actor, 'members.moderateStaff') : may(actor, 'members.moderate');
}

/** Whether the actor may read a member's address: of staff those only who may act on staff. */
export function canReadPersonal(actor: Actor, target: Target): boolean {
  return mayAbout(actor, target, 'members.readPersonal');
}

/** Whether the actor may change the name of a member, and take a picture or words away; of staff those only who may act on staff. */
export function canCorrectMember(actor: Actor, target: Target): boolean {
  return mayAbout(actor, target, 'members.correct');
}

/** Whether the actor may move a member to another address: nobody moves staff, or they could become them. */
export function canChangeEmail(actor: Actor, target: Target): boolean {
  return !target.staff && canCorrectMember(actor, target) && may(actor, 'members.changeEmail');
}

// Nobody acts on themselves, and on staff those only who may act on staff.
function mayAbout(actor: Actor, target: Target, permission: Permission): boolean {
  if (memberId(actor) === target.id) return false;
  return may(actor, permission) && (!target.staff || may(actor, 'members.moderateStaff'));
}

/** Whether the actor may give, take and change a role, or any at all: nobody hands out what they do not hold themselves. */
export function canGiveRole(actor: Actor, role?: { key: string; permissions: readonly string[] }): boolean {
  return may(actor, 'members.manageRoles') && (!role || permissionsOf(role).every((each) => may(actor, each)));
}

/** Whether the actor may give and take trust. */
export function canSetTrust(actor: Actor): boolean {
  return may(actor, 'members.setTrust');
}
