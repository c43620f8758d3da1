import type { ReactNode } from 'react';

import { ShopTimes } from '@/components/ui/shop-times';
import { shopZone } from '@/lib/core/current-market';

/** Discounts begin and end in the time zone of the shop. */
export default async function DiscountsLayout({ children }: { children: ReactNode }) {
  return <ShopTimes zone={await shopZone()}>{children}</ShopTimes>;
}
