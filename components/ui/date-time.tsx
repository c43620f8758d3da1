'use client';

import type { Locale } from '@/lib/core/locale';
import { absoluteWords } from './time-words';
import { useNow } from './use-now';

export type DateTimeProps = { at: string | number | Date; locale: Locale; format?: 'date' | 'moment'; className?: string };

/** A fixed date or moment: UTC in the document, the reader's own zone once the browser has it. */
export function DateTime({ at, locale, format = 'date', className }: DateTimeProps) {
  const moment = new Date(at);
  const settled = useNow() !== null;
  const options: Intl.DateTimeFormatOptions = format === 'date' ? { dateStyle: 'medium' } : momentOptions;
  const words = absoluteWords(+moment, locale, settled ? { ...options, timeZone: undefined } : options);
  return (
    <time dateTime={moment.toISOString()} className={className}>
      {words}
    </time>
  );
}

const momentOptions: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};
