import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Row = { id: string; to: string; subject: string; code: string | null; locale: string; createdAt: Date };

/** The demo's mail, newest first; a code is shown without opening the mail. */
export function MailList({ locale, mails }: { locale: Locale; mails: Row[] }) {
  const t = translator(locale, 'notifications');
  return (
    <ul aria-label={t('mailbox.list')} className="overflow-hidden rounded-xl border border-line bg-surface">
      {mails.map((mail) => (
        <li key={mail.id} className="border-b border-line last:border-0">
          <Link
            href={inLocale(locale, paths.mail(mail.id))}
            prefetch={false}
            className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-3.5 hover:bg-hover sm:px-5"
          >
            <span className="min-w-0 flex-1 basis-full sm:basis-60">
              <span lang={mail.locale === 'zh' ? 'zh-CN' : 'en'} className="line-clamp-2 font-semibold wrap-anywhere">
                <bdi>{mail.subject}</bdi>
              </span>
              <span className="block truncate text-sm text-muted">{t('mailbox.to', { address: mail.to })}</span>
            </span>
            {mail.code && (
              <Badge tone="accent">
                <span className="font-mono text-base tracking-widest">{mail.code}</span>
              </Badge>
            )}
            <span className="text-sm text-muted">
              <RelativeTime at={mail.createdAt.toISOString()} locale={locale} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
