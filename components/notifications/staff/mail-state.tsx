import { ButtonLink } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = {
  /** Without a server the demo shows mail on its mailbox page; null where none can be sent. */
  by: { sender: string; server: string | null } | null;
  sentAt: Date | null;
  waiting: number;
  locale: Locale;
};

/** Whether mail leaves, as whom and through which server, and when the last one did. */
export function MailState({ by, sentAt, waiting, locale }: Props) {
  const t = translator(locale, 'notifications');
  if (!by) return <Notice tone="warning" title={t('mailSettings.missing')} />;
  if (by.server === null)
    return (
      <Notice
        title={t('mailSettings.demo')}
        action={
          <ButtonLink href={inLocale(locale, paths.mailbox())} size="sm">
            {t('mailbox.title')}
          </ButtonLink>
        }
      />
    );
  return (
    <Notice tone={sentAt ? 'positive' : 'info'} title={t(sentAt ? 'mailSettings.on' : 'mailSettings.untried')}>
      <p>{t('mailSettings.from', { sender: by.sender, server: by.server })}</p>
      {sentAt && (
        <p>
          {t('mailSettings.last')}
          <DateTime at={sentAt} locale={locale} format="moment" />
        </p>
      )}
      {waiting > 0 && (
        <p>{t('mailSettings.waiting', { count: waiting, shown: waiting > 99 ? '99+' : `${waiting}` })}</p>
      )}
    </Notice>
  );
}
