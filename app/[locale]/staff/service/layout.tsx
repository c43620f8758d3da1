import type { ReactNode } from 'react';

import { ShopTimes } from '@/components/ui/shop-times';
import { shopZone } from '@/lib/core/current-market';

/** A service point is closed until a moment of the shop’s time zone. */
export default async function ServiceLayout({ children }: { children: ReactNode }) {
  return <ShopTimes zone={await shopZone()}>{children}</ShopTimes>;
}
