import { Avatar } from '@/components/ui/avatar';
import { cx } from '@/components/ui/cx';
import { RelativeTime } from '@/components/ui/relative-time';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { wordsIn, type Words } from '@/lib/notifications/schema';

import { KindSign } from './kind-sign';
import { NotificationLink } from './notification-link';

export type NotificationView = {
  id: string;
  kind: string;
  data: unknown;
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
      <Face data={each.data} kind={each.kind} />
      <span className="min-w-0 flex-1">
        <span className={cx('block wrap-anywhere', !each.readAt && !each.gone && 'font-semibold')}>
          {sentence(locale, each)}
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

function Face({ data, kind }: { data: unknown; kind: string }) {
  const { actor, avatar } = (data ?? {}) as { actor?: unknown; avatar?: unknown };
  if (typeof actor === 'string')
    return <Avatar name={actor} src={typeof avatar === 'string' && avatar ? avatar : null} />;
  return <KindSign kind={kind} />;
}

// A kind whose sentence is gone (an older row, a domain taken out) still leads to its place.
function sentence(locale: Locale, { kind, data }: NotificationView): string {
  const t = translator(locale, 'notifications') as unknown as ((key: string, values?: object) => string) & {
    has(key: string): boolean;
  };
  return t.has(`kinds.${kind}`) ? t(`kinds.${kind}`, wordsIn(locale, (data ?? {}) as Words)) : t('generic');
}
