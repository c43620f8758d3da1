export const roles = ['MODERATOR', 'PRODUCT_OWNER', 'OPERATIONS', 'SUPPORT', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

export type Guest = { kind: 'guest'; ip?: string };
export type SignedIn = {
  kind: 'member';
  id: string;
  handle: string;
  name: string;
  avatar: string | null;
  locale: string;
  roles: Role[];
  trust: number;
  confirmed: boolean;
  suspended: boolean;
  ip?: string;
};
export type System = { kind: 'system' };
export type Actor = Guest | SignedIn | System;

export const guest: Guest = { kind: 'guest' };
export const system: System = { kind: 'system' };

/** Whether the actor is a signed-in member (suspended members are signed out, so they never are). */
export function isMember(actor: Actor): actor is SignedIn {
  return actor.kind === 'member' && !actor.suspended;
}

/** Whether the actor holds one of the roles; an admin holds all, the system too. */
export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  if (actor.kind === 'system') return true;
  return isMember(actor) && actor.roles.some((role) => role === 'ADMIN' || wanted.includes(role));
}

/** Whether the actor is staff of any kind. */
export function isStaff(actor: Actor): boolean {
  return hasRole(actor, ...roles);
}

/** The member's id, or null for guests and the system. */
export function memberId(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.id : null;
}
