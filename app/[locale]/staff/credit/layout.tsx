import type { ReactNode } from 'react';

import { ShopTimes } from '@/components/ui/shop-times';
import { shopZone } from '@/lib/core/current-market';

/** Gift cards expire in the time zone of the shop. */
export default async function CreditLayout({ children }: { children: ReactNode }) {
  return <ShopTimes zone={await shopZone()}>{children}</ShopTimes>;
}
