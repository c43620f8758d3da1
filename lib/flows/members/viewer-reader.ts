import type { SignedIn } from '@/lib/core/actor';
import { bounded } from '@/lib/core/bounded';
import { reading } from '@/lib/core/context';
import { hour } from '@/lib/core/time';
import type { Viewer } from '@/lib/core/viewer';
import { noteSeen, noteSession, seenEveryMs } from '@/lib/members/commands';
import { countUnread } from '@/lib/notifications/queries';

const seen = bounded<true>({
  name: 'members seen',
  holds: 'Members whose visit was noted in the last hour.',
  count: 50_000,
  bytes: 8 * 1024 * 1024,
  ttl: hour,
});

const inUse = bounded<true>({
  name: 'sessions seen',
  holds: 'Sessions, and the version of each, whose use was noted in the last ten minutes.',
  count: 50_000,
  bytes: 16 * 1024 * 1024,
  ttl: seenEveryMs,
});

/** How much the reader has not read; and, to the hour, that they are here, and to ten minutes, with which session. */
export async function readerPart(actor: SignedIn): Promise<Pick<Viewer, 'unread'>> {
  const { db, now } = reading(actor);
  if (!seen.has(actor.id)) {
    seen.set(actor.id, true);
    await noteSeen({ db, now }, { memberId: actor.id });
  }
  const session = actor.session && `${actor.session.id}:${actor.session.version}`;
  if (session && !inUse.has(session)) {
    inUse.set(session, true);
    await noteSession({ db, now, actor });
  }
  return { unread: await countUnread({ db }, { memberId: actor.id }) };
}
