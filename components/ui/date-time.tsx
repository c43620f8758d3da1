'use client';

import type { Locale } from '@/lib/core/locale';
import { cx } from './cx';
import { absoluteWords } from './time-words';
import { useNow } from './use-now';

export type DateTimeProps = {
  at: string | number | Date;
  locale: Locale;
  format?: 'date' | 'moment';
  className?: string;
};

/** A fixed date or moment: UTC in the document, the reader's own zone once the browser has it. */
export function DateTime({ at, locale, format = 'date', className }: DateTimeProps) {
  const moment = new Date(at);
  const now = useNow(3_600_000);
  return (
    <time dateTime={moment.toISOString()} className={cx('break-keep', className)}>
      {format === 'date' ? dateWords(moment, locale, now) : momentWords(moment, locale, now)}
    </time>
  );
}

function dateWords(moment: Date, locale: Locale, now: number | null): string {
  return absoluteWords(+moment, locale, { dateStyle: 'medium', ...(now !== null && { timeZone: undefined }) });
}

// In the reader's own zone, no zone need be named, and no year when it is this one.
function momentWords(moment: Date, locale: Locale, now: number | null): string {
  if (now === null) return `${absoluteWords(+moment, locale, { ...momentOptions, year: 'numeric' })} UTC`;
  const year = new Date(now).getFullYear() === moment.getFullYear() ? undefined : 'numeric';
  return absoluteWords(+moment, locale, { ...momentOptions, year, timeZone: undefined });
}

const momentOptions: Intl.DateTimeFormatOptions = {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};
