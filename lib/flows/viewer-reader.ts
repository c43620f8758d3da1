import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { hour } from '@/lib/core/time';
import { noteSeen } from '@/lib/members/commands';
import { countUnread } from '@/lib/notifications/queries';

const most = 10_000;
const seen = new Map<string, number>();

/** How much the reader has not read; and, to the hour, that they are here. */
export async function readerPart(actor: SignedIn): Promise<number> {
  const { db, now } = reading(actor);
  if (now.getTime() - (seen.get(actor.id) ?? 0) > hour) {
    if (seen.size >= most) seen.clear();
    seen.set(actor.id, now.getTime());
    await noteSeen({ db, now }, { memberId: actor.id });
  }
  return countUnread({ db }, { memberId: actor.id });
}
