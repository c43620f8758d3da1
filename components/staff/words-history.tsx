import type { ReactNode } from 'react';

import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';

/** A version of some words: the first of them beside its number, all of them on request; none where the program's came back by it. */
export type SavedWords = { version: number; words: readonly string[]; at: Date; by: { name: string } | null };

type Props = {
  versions: readonly SavedWords[];
  /** The version that holds, and whether it has words of the brand. */
  shown: number;
  own: boolean;
  /** The language of the words, and that of the page. */
  language: Locale;
  locale: Locale;
  /** The button that brings a version back, or the program's own words where none is named. */
  putBack: (version?: number) => ReactNode;
};

/** Who worded a text how and when, and the way back: to any of these versions, or to the program's own words. */
export function WordsHistory({ versions, shown, own, language, locale, putBack }: Props) {
  const t = translator(locale, 'ownWords');
  if (versions.length === 0) return null;
  const lang = messageLocale(language);
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('history')} action={own && putBack()} />
      <Card flush>
        <ol className="divide-y divide-line">
          {versions.map(({ version, words, at, by }) => (
            <li key={version} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
              <div className="grid min-w-0 content-start gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-semibold">{t('version', { version })}</span>
                  {words.length > 0 ? (
                    <bdi lang={lang} className="wrap-anywhere">
                      {words[0]}
                    </bdi>
                  ) : (
                    t('programs')
                  )}
                  {version === shown && <Badge tone="positive">{t('current')}</Badge>}
                </p>
                <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                  {by && <bdi>{by.name}</bdi>}
                  <DateTime at={at} locale={locale} format="moment" />
                </p>
                {words.length > 1 && <Others words={words.slice(1)} lang={lang} label={t('read')} />}
              </div>
              {version !== shown && words.length > 0 && putBack(version)}
            </li>
          ))}
        </ol>
      </Card>
    </section>
  );
}

function Others({ words, lang, label }: { words: readonly string[]; lang: string; label: string }) {
  return (
    <details className="text-[0.9375rem]">
      <summary className="touch flex w-fit cursor-pointer items-center font-medium text-accent-ink">{label}</summary>
      {words.map((text, at) => (
        <p key={at} lang={lang} className="mt-1 wrap-anywhere whitespace-pre-line text-muted">
          <bdi>{text}</bdi>
        </p>
      ))}
    </details>
  );
}
