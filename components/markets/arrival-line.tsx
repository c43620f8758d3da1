'use client';

import { useNow } from '@/components/ui/use-now';

import { arrivalWords, type Arriving } from './arrival-words';

const minuteMs = 60_000;

/** When what is ordered now should arrive. It is reckoned in the browser, since the page is kept for days. */
export function ArrivalLine(arriving: Arriving) {
  const now = useNow(minuteMs);
  return now === null ? null : <p>{arrivalWords(arriving, now)}</p>;
}
