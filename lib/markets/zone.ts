import type { MarketData } from '@/lib/core/market';

/** The time zone that was chosen for a market; none where UTC still stands, which every market begins with. */
export function zoneOf({ timeZone }: Pick<MarketData, 'timeZone'>): string | undefined {
  return timeZone === 'UTC' ? undefined : timeZone;
}
