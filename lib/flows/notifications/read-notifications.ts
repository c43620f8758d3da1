import type { Reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import { readEachWords, type OwnWords } from '@/lib/core/own-words';
import { listUnreadableThreads } from '@/lib/forum/queries';
import { notices } from '@/lib/domains-notices';
import { bellKind } from '@/lib/notifications/choices/notice-parts';
import { noticeSettings } from '@/lib/notifications/own-words/settings';
import { listNotifications, type NotificationRow } from '@/lib/notifications/queries';
import { renderNotification } from '@/lib/notifications/render-notification';
import type { Words } from '@/lib/notifications/schema';

type Asked = { memberId: string; locale: Locale; after?: { at: Date; id: string } };

/** A member's notifications as sentences, newest first; one that leads to a thread that is gone, or closed to them by now, says so. */
export async function readNotifications(reading: Pick<Reading, 'db'>, { memberId, locale, after }: Asked) {
  const { notifications, more } = await listNotifications(reading, { memberId, after });
  const numbers = notifications.flatMap(({ path }) => threadIn(path) ?? []);
  const unreadable = await listUnreadableThreads(reading, { numbers: [...new Set(numbers)], memberId });
  const bells = [...new Set(notifications.map(({ kind }) => kind))].map((kind) => bellSettings(kind, locale));
  const own = await readEachWords(bells, reading.db);
  const isGone = ({ path }: NotificationRow) => unreadable.has(threadIn(path) ?? NaN);
  return {
    notifications: notifications.map(({ kind, data, ...row }) => ({
      ...row,
      gone: isGone({ kind, data, ...row }),
      icon: notices.get(kind)?.icon ?? null,
      sentence: sentenceOf({ kind, data, ...row }, locale, own.get(bellSettings(kind, locale).name)),
      moments: momentsIn((data ?? {}) as Words, locale),
    })),
    more,
  };
}

const bellSettings = (kind: string, locale: Locale) => noticeSettings(bellKind(kind), locale);

export type NotificationItem = Awaited<ReturnType<typeof readNotifications>>['notifications'][number];

// None for a row that an older version wrote in another way: it still leads to its place, and spoils no other.
function sentenceOf({ id, kind, data }: NotificationRow, locale: Locale, own?: OwnWords): string | null {
  const notice = notices.get(kind);
  if (!notice) return null;
  try {
    return renderNotification(notice, locale, (data ?? {}) as Words, own);
  } catch (error) {
    log.error({ err: error, kind, id }, 'notification cannot be shown');
    return null;
  }
}

// The moments of a sentence, as it words them and as they are. What was written before they were kept has none.
const momentsIn = (data: Words, locale: Locale) =>
  Object.values(data).flatMap((word) =>
    typeof word === 'object' && word !== null && 'at' in word ? [{ words: word[locale], at: String(word.at) }] : [],
  );

// As `paths.thread` and `paths.innerThread` write it.
function threadIn(path: string): number | null {
  const number = /^(?:\/inner)?\/t\/(\d{1,9})(?:[/#?]|$)/.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}
