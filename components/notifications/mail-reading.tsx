import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import { CopyCode } from './copy-code';

type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  code: string | null;
  locale: string;
  createdAt: Date;
};

/** One mail as its reader sees it, shut into a frame that runs nothing; its code above, ready to be copied. */
export function MailReading({ locale, mail }: { locale: Locale; mail: Mail }) {
  const t = translator(locale, 'notifications');
  const lang = mail.locale === 'zh' ? 'zh-CN' : 'en';
  return (
    <article className="mt-5">
      <h1 lang={lang} className="text-title">
        <bdi>{mail.subject}</bdi>
      </h1>
      <p className="mt-3 flex flex-wrap gap-x-4 text-muted">
        <span className="wrap-anywhere">{t('mailbox.to', { address: mail.to })}</span>
        <DateTime at={mail.createdAt.toISOString()} locale={locale} format="moment" />
      </p>
      {mail.code && <CopyCode code={mail.code} />}
      <Card flush className="mt-6">
        <iframe
          title={t('mailbox.body')}
          srcDoc={mail.html}
          sandbox="allow-popups allow-top-navigation-by-user-activation"
          className="block h-[46rem] w-full border-0 sm:h-[38rem]"
        />
      </Card>
      <details className="mt-5">
        <summary className="cursor-pointer font-semibold">{t('mailbox.plain')}</summary>
        <pre
          lang={lang}
          className="mt-3 overflow-x-auto rounded-xl bg-sunken p-4 text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {mail.text}
        </pre>
      </details>
    </article>
  );
}
