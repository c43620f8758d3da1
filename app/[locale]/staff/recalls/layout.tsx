import type { ReactNode } from 'react';

import { ShopTimes } from '@/components/ui/shop-times';
import { shopZone } from '@/lib/core/current-market';

/** What was made or sent between two moments is meant in the time zone of the shop. */
export default async function RecallsLayout({ children }: { children: ReactNode }) {
  return <ShopTimes zone={await shopZone()}>{children}</ShopTimes>;
}
