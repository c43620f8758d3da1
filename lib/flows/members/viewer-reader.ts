import type { SignedIn } from '@/lib/core/actor';
import { bounded } from '@/lib/core/bounded';
import { reading } from '@/lib/core/context';
import { hour } from '@/lib/core/time';
import type { Viewer } from '@/lib/core/viewer';
import { noteSeen } from '@/lib/members/commands';
import { countUnread } from '@/lib/notifications/queries';

const seen = bounded<true>({
  name: 'members seen',
  holds: 'Members whose visit was noted in the last hour.',
  count: 50_000,
  bytes: 8 * 1024 * 1024,
  ttl: hour,
});

/** How much the reader has not read; and, to the hour, that they are here. */
export async function readerPart(actor: SignedIn): Promise<Pick<Viewer, 'unread'>> {
  const { db, now } = reading(actor);
  if (!seen.has(actor.id)) {
    seen.set(actor.id, true);
    await noteSeen({ db, now }, { memberId: actor.id });
  }
  return { unread: await countUnread({ db }, { memberId: actor.id }) };
}
