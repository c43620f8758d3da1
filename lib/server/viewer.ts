import { isMember, type Actor } from '@/lib/core/actor';
import { readPath } from '@/lib/core/address';
import { clock } from '@/lib/core/time';

import { readerPart } from '@/lib/flows/members/viewer-reader';
import { ideasPart } from '@/lib/feedback/viewer';
import { dropsPart } from '@/lib/drops/viewer';
import { forumPart } from '@/lib/forum/viewer';
import type { Viewer, ViewerMember } from './viewer-schema';

/** What belongs to the reader on the page at a path as the browser has it (`/en/t/12/title`). */
export async function viewerOf(actor: Actor, path: string): Promise<Viewer> {
  const now = clock().getTime();
  if (!isMember(actor)) return { now, member: null, unread: 0 };
  const [, ...parts] = readPath(path) ?? [];
  const unread = await readerPart(actor);
  return {
    now,
    member: asMember(actor),
    unread,
    ...(await forumPart(actor, parts)),
    ...(await dropsPart(actor, parts)),
    ...(await ideasPart(actor, parts)),
  };
}

function asMember(actor: Extract<Actor, { kind: 'member' }>): ViewerMember {
  const { id, handle, name, avatar, roles, trust, confirmed } = actor;
  return { id, handle, name, avatar, roles, trust, confirmed };
}
