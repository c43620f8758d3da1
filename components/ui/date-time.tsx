'use client';

import { use } from 'react';

import type { Locale } from '@/lib/core/locale';
import { cx } from './cx';
import { ShopZone } from './shop-times';
import { absoluteWords } from './time-words';
import { useNow } from './use-now';

export type DateTimeProps = {
  at: string | number | Date;
  locale: Locale;
  format?: 'date' | 'moment';
  className?: string;
};

/** A fixed date or moment: UTC in the document, the reader's own zone once the browser has it; inside `ShopTimes` always the shop's. */
export function DateTime({ at, locale, format = 'date', className }: DateTimeProps) {
  const moment = new Date(at);
  const now = useNow(3_600_000);
  const zone = use(ShopZone);
  return (
    <time dateTime={moment.toISOString()} className={cx('break-keep', className)}>
      {format === 'date' ? dateWords(moment, { locale, now, zone }) : momentWords(moment, { locale, now, zone })}
    </time>
  );
}

type Reading = { locale: Locale; now: number | null; zone: string | null };

function dateWords(moment: Date, { locale, now, zone }: Reading): string {
  return absoluteWords(+moment, locale, { dateStyle: 'medium', ...zoneOf(now, zone) });
}

// Where the zone is known to the reader, their own or the shop's, none need be named, and no year when it is this one.
function momentWords(moment: Date, { locale, now, zone }: Reading): string {
  const own = now !== null && new Date(now).getFullYear() === moment.getFullYear();
  const words = absoluteWords(+moment, locale, {
    ...momentOptions,
    year: own ? undefined : 'numeric',
    ...zoneOf(now, zone),
  });
  return now === null && zone === null ? `${words} UTC` : words;
}

// Without a zone `absoluteWords` says UTC, and with an undefined one the reader's.
function zoneOf(now: number | null, zone: string | null): { timeZone?: string } {
  if (zone !== null) return { timeZone: zone };
  return now === null ? {} : { timeZone: undefined };
}

const momentOptions: Intl.DateTimeFormatOptions = {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};
