import { Card, SectionHead } from '@/components/ui/card';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import type { Locale } from '@/lib/core/locale';
import type { getMailText } from '@/lib/flows/notifications/mail-texts';
import { translator } from '@/lib/web/i18n';

import { PutBackMail } from './put-back-mail';

type Text = NonNullable<Awaited<ReturnType<typeof getMailText>>>;
type Props = { kind: string; language: Locale; text: Text; locale: Locale };

/** Who worded a mail how and when, and the way back: to any of these versions, or to the program's own words. */
export function MailTextHistory({ kind, language, text: { versions, shown, own }, locale }: Props) {
  const t = translator(locale, 'notifications');
  if (versions.length === 0) return null;
  const of = { kind, language, shown };
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('mailTexts.history')} action={own && <PutBackMail {...of} />} />
      <Card flush>
        <ol className="divide-y divide-line">
          {versions.map(({ version, words, at, by }) => (
            <li key={version} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
              <div className="grid min-w-0 content-start gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-semibold">{t('mailTexts.version', { version })}</span>
                  {words ? (
                    <bdi lang={language} className="wrap-anywhere">
                      {words.subject}
                    </bdi>
                  ) : (
                    t('mailTexts.programs')
                  )}
                  {version === shown && <Badge tone="positive">{t('mailTexts.current')}</Badge>}
                </p>
                <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                  {by && <bdi>{by.name}</bdi>}
                  <DateTime at={at} locale={locale} format="moment" />
                </p>
                {words && (
                  <details className="text-[0.9375rem]">
                    <summary className="touch flex w-fit cursor-pointer items-center font-medium text-accent-ink">
                      {t('mailTexts.read')}
                    </summary>
                    <p lang={language} className="mt-1 font-medium wrap-anywhere">
                      <bdi>{words.heading}</bdi>
                    </p>
                    <p lang={language} className="mt-1 wrap-anywhere whitespace-pre-line text-muted">
                      <bdi>{words.body}</bdi>
                    </p>
                  </details>
                )}
              </div>
              {version !== shown && words && <PutBackMail {...of} version={version} />}
            </li>
          ))}
        </ol>
      </Card>
    </section>
  );
}
