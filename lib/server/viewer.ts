import { isMember, isStaff, type Actor, type SignedIn } from '@/lib/core/actor';
import { readPath } from '@/lib/core/address';
import { clock } from '@/lib/core/time';
import type { Viewer, ViewerMember } from '@/lib/core/viewer';
import { frontParts } from '@/lib/domains-front';

import { isTurnedOff } from './areas';

const viewerParts = frontParts.flatMap(({ viewer = [] }) => viewer);

/** What belongs to the reader on the page at a path as the browser has it (`/en/t/12/title`). */
export async function viewerOf(actor: Actor, path: string): Promise<Viewer> {
  const now = clock().getTime();
  if (!isMember(actor)) return { now, member: null, unread: 0 };
  // What is turned off has nothing of the reader's own.
  const [, ...parts] = isTurnedOff(path) ? ['', '_'] : (readPath(path) ?? []);
  const read = await Promise.all(viewerParts.map((part) => part(actor, parts)));
  return Object.assign({ now, member: asMember(actor), unread: 0 }, ...read) as Viewer;
}

function asMember(actor: SignedIn): ViewerMember {
  const { id, handle, name, avatar, permissions, trust, confirmed } = actor;
  return {
    id,
    handle,
    name,
    avatar,
    staff: isStaff(actor) || actor.waiting !== undefined,
    permissions,
    trust,
    confirmed,
  };
}
