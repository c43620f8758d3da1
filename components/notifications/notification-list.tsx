import { cx } from '@/components/ui/cx';
import { RelativeTime } from '@/components/ui/relative-time';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { NoticeIcon } from '@/lib/core/notices';
import { inLocale } from '@/lib/core/paths';

import { KindSign } from './kind-sign';
import { NotificationLink } from './notification-link';

export type NotificationView = {
  id: string;
  icon: NoticeIcon | null;
  sentence: string | null;
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
          {each.sentence ?? t('generic')}
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
