import type { Permission } from './permissions';

/**
 * The request that an actor makes: where it came from, its id in the log and in audit rows, the browser as it names itself, and the
 * key of the API by which it is made, as people call it.
 */
type Asking = { ip?: string; requestId?: string; agent?: string; apiKey?: string };

export type Guest = { kind: 'guest' } & Asking;
/** A role as it is held: a built-in one has its names in the messages. */
export type HeldRole = { key: string; name: string | null; nameZh: string | null };

export type SignedIn = {
  kind: 'member';
  id: string;
  handle: string;
  name: string;
  avatar: string | null;
  locale: string;
  /** The roles that are held now, everywhere. */
  roles: readonly HeldRole[];
  /** What these roles allow. */
  permissions: readonly Permission[];
  trust: number;
  /** Whether somebody has proved to be reached by the account's address or phone. */
  confirmed: boolean;
  /** Whether that was the phone alone: what ends in letters, such as an order, asks for an address first. */
  withoutAddress?: boolean;
  suspended: boolean;
  /** The session's own name, version and end; a caller other than a browser has none. */
  session?: { id: string; version: number; until: Date };
  /** What staff still lack in this session. Until then they hold no role and no permission. */
  waiting?: 'confirm' | 'setUp';
} & Asking;
export type System = { kind: 'system' };
export type Actor = Guest | SignedIn | System;

export const guest: Guest = { kind: 'guest' };
export const system: System = { kind: 'system' };

/** Whether the actor is a signed-in member (suspended members are signed out, so they never are). */
export function isMember(actor: Actor): actor is SignedIn {
  return actor.kind === 'member' && !actor.suspended;
}

/** Whether the actor holds a permission; the system holds all. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  return isMember(actor) && actor.permissions.includes(permission);
}

/** Whether the actor is staff: holds a role, whichever. */
export function isStaff(actor: Actor): boolean {
  return actor.kind === 'system' || (isMember(actor) && actor.roles.length > 0);
}

/** The member's id, or null for guests and the system. */
export function memberId(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.id : null;
}

/** The id of the request that an actor makes, if they make one. */
export function requestOf(actor: Actor): string | undefined {
  return actor.kind === 'system' ? undefined : actor.requestId;
}

/** The key of the API by which an actor acts, as people call it; null for who acts without one. */
export function apiKeyOf(actor: Actor): string | null {
  return (actor.kind === 'system' ? undefined : actor.apiKey) ?? null;
}
