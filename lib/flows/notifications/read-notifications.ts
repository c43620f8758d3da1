import type { Reading } from '@/lib/core/context';
import { listUnreadableThreads } from '@/lib/forum/queries';
import { listNotifications, type NotificationRow } from '@/lib/notifications/queries';

type Asked = { memberId: string; after?: { at: Date; id: string } };

/** What a member was told, newest first; what leads to a thread that is gone, or closed to them by now, says so. */
export async function readNotifications(reading: Pick<Reading, 'db'>, { memberId, after }: Asked) {
  const { notifications, more } = await listNotifications(reading, { memberId, after });
  const numbers = notifications.flatMap(({ path }) => threadIn(path) ?? []);
  const unreadable = await listUnreadableThreads(reading, { numbers: [...new Set(numbers)], memberId });
  const isGone = ({ path }: NotificationRow) => unreadable.has(threadIn(path) ?? NaN);
  return { notifications: notifications.map((each) => ({ ...each, gone: isGone(each) })), more };
}

// As `paths.thread` and `paths.innerThread` write it.
function threadIn(path: string): number | null {
  const number = /^(?:\/inner)?\/t\/(\d{1,9})(?:[/#?]|$)/.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}
