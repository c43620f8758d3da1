import { isStaff, type Actor, type SignedIn } from '@/lib/core/actor';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import type { Permission } from '@/lib/core/permissions';
import { isSensitive } from '@/lib/permissions';

/** Whether staff with sensitive permissions must have a second factor; the demo only offers it. */
export const factorRequired = (): boolean => !env.embedded;

/** Whether somebody with these permissions must have a second factor. */
export const mustHaveFactor = (permissions: readonly Permission[]): boolean =>
  factorRequired() && permissions.some(isSensitive);

/** Whether a factor may go, by how many would be left to its member, and how many of these work here; `required` for who must have one. */
export const canRemoveFactor = (left: { all: number; usable: number }, required: boolean): boolean =>
  left.usable > 0 || (left.all === 0 && !required);

type Given = { factor: boolean; confirmed: boolean };

/** What a session of staff still lacks: to give the factor that its member has, or to set one up. Nothing for who is no staff. */
export function lacking(given: Given | undefined, permissions: readonly Permission[]): SignedIn['waiting'] {
  if (!given) return undefined;
  if (given.factor) return given.confirmed ? undefined : 'confirm';
  return mustHaveFactor(permissions) ? 'setUp' : undefined;
}

/** Whether the actor may set up and change a factor of their own: staff, but not in a session that has yet to give it. */
export function canChangeFactor(actor: Actor): actor is SignedIn {
  return actor.kind === 'member' && !actor.suspended && (isStaff(actor) || actor.waiting === 'setUp');
}

/** The actor, if they may change a factor of their own; refuses those who have yet to give the one they have, and who is no staff. */
export function refuseUnlessChanging(actor: Actor): SignedIn {
  if (actor.kind === 'member' && actor.waiting === 'confirm') throw new Refused('factor-needed', 'confirm first');
  if (!canChangeFactor(actor)) throw new Refused('not-found', 'no staff');
  return actor;
}
