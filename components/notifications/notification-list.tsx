import { cx } from '@/components/ui/cx';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { NoticeIcon } from '@/lib/core/notices';
import { inLocale } from '@/lib/core/paths';

import { KindSign } from './kind-sign';
import { NotificationLink } from './notification-link';

type Moment = { words: string; at: string };

export type NotificationView = {
  id: string;
  icon: NoticeIcon | null;
  sentence: string | null;
  /** The moments in the sentence, which are shown by the reader's own clock. */
  moments: Moment[];
  path: string;
  createdAt: Date;
  readAt: Date | null;
  gone: boolean;
};

/** What a member was told, each a sentence that leads to its place. */
export function NotificationList({ locale, notifications }: { locale: Locale; notifications: NotificationView[] }) {
  const t = translator(locale, 'notifications');
  return (
    <ul aria-label={t('list')} className="overflow-hidden rounded-xl border border-line bg-surface">
      {notifications.map((each) => (
        <li key={each.id} className="border-b border-line last:border-0">
          <Row notification={each} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

const rowLook = 'flex items-start gap-3.5 px-4 py-3.5 sm:px-5';

// What is gone is still told, but leads nowhere.
function Row({ notification: each, locale }: { notification: NotificationView; locale: Locale }) {
  const t = translator(locale, 'notifications');
  const parts = (
    <>
      <KindSign icon={each.icon} />
      <span className="min-w-0 flex-1">
        <span className={cx('block wrap-anywhere', !each.readAt && !each.gone && 'font-semibold')}>
          {each.sentence === null ? (
            t('generic')
          ) : (
            <Sentence words={each.sentence} moments={each.moments} locale={locale} />
          )}
        </span>
        <span className="text-sm text-muted">
          <RelativeTime at={each.createdAt.toISOString()} locale={locale} />
          {each.gone && ` · ${t('gone')}`}
        </span>
      </span>
      {!each.readAt && !each.gone && (
        <span className="mt-2 size-2.5 shrink-0 rounded-full bg-accent">
          <VisuallyHidden>{t('unread')}</VisuallyHidden>
        </span>
      )}
    </>
  );
  if (each.gone) return <div className={cx(rowLook, 'text-muted')}>{parts}</div>;
  return (
    <NotificationLink
      id={each.id}
      href={inLocale(locale, each.path)}
      unread={!each.readAt}
      className={cx(rowLook, 'hover:bg-hover')}
    >
      {parts}
    </NotificationLink>
  );
}

function Sentence({ words, moments, locale }: { words: string; moments: Moment[]; locale: Locale }) {
  const moment = moments.find((each) => words.includes(each.words));
  if (!moment) return words;
  const [before, ...after] = words.split(moment.words);
  return (
    <>
      {before}
      <DateTime at={moment.at} locale={locale} format="moment" />
      {after.join(moment.words)}
    </>
  );
}
