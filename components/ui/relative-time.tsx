'use client';

import type { Locale } from '@/lib/core/locale';
import { cx } from './cx';
import { absoluteWords, relativeWords } from './time-words';
import { useNow } from './use-now';

export type RelativeTimeProps = { at: string | number | Date; locale: Locale; narrow?: boolean; className?: string };

/** The document carries the date; the browser turns it into "3 hours ago" and keeps it true. */
export function RelativeTime({ at, locale, narrow, className }: RelativeTimeProps) {
  const moment = new Date(at);
  const now = useNow(60_000);
  const words =
    now === null ? absoluteWords(+moment, locale) : relativeWords(+moment, now, locale, narrow ? 'narrow' : 'long');
  const title =
    now === null
      ? undefined
      : absoluteWords(+moment, locale, { dateStyle: 'full', timeStyle: 'short', timeZone: undefined });
  return (
    <time dateTime={moment.toISOString()} title={title} className={cx('break-keep', className)}>
      {words}
    </time>
  );
}
