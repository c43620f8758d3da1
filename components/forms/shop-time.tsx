'use client';

import { use } from 'react';

import { DateTime } from '@/components/ui/date-time';
import { ShopZone } from '@/components/ui/shop-times';
import { absoluteWords } from '@/components/ui/time-words';
import { useNow } from '@/components/ui/use-now';
import type { Locale } from '@/lib/core/locale';

type Props = { at: string | number | Date; locale: Locale };

/** A moment in the time zone of the shop, which the page names; where a page names none, in the reader's own. */
export function ShopTime({ at, locale }: Props) {
  const now = useNow(3_600_000);
  const zone = use(ShopZone);
  if (zone === null) return <DateTime at={at} locale={locale} format="moment" />;
  const moment = new Date(at);
  const own = now !== null && new Date(now).getFullYear() === moment.getFullYear();
  return (
    <time dateTime={moment.toISOString()} className="break-keep">
      {absoluteWords(+moment, locale, { ...parts, year: own ? undefined : 'numeric', timeZone: zone })}
    </time>
  );
}

const parts: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' };
