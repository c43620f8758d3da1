import { isMember, isStaff, type Actor, type SignedIn } from '@/lib/core/actor';
import { readPath } from '@/lib/core/address';
import { isLocale } from '@/lib/core/locale';
import { clock } from '@/lib/core/time';
import type { Viewer, ViewerMember } from '@/lib/core/viewer';
import { frontParts } from '@/lib/domains-front';

import { isTurnedOff } from './areas';

const viewerParts = frontParts.flatMap(({ viewer = [] }) => viewer);
const visitorParts = frontParts.flatMap(({ visitor = [] }) => visitor);
// As at the page that is not there.
const nowhere = ['_'];

/** What belongs to the reader on the page at a path as the browser has it (`/en/t/12/title`). */
export async function viewerOf(actor: Actor, path: string, cookies?: string): Promise<Viewer> {
  const now = clock().getTime();
  const visited = visitorParts.map((part) => part(actor, cookies));
  const owned = isMember(actor) ? viewerParts.map((part) => part(actor, partsOf(path) ?? nowhere)) : [];
  const read = await Promise.all([...visited, ...owned]);
  return Object.assign({ now, member: isMember(actor) ? asMember(actor) : null, unread: 0 }, ...read) as Viewer;
}

// The parts of a page behind its language; null for what is no page's address, or turned off: nothing there is the reader's own.
function partsOf(path: string): string[] | null {
  const [locale = '', ...parts] = (path.startsWith('/') && readPath(path)) || [];
  return isLocale(locale) && !isTurnedOff(path) ? parts : null;
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
