import { ShopTimes } from '@/components/ui/shop-times';
import { shopZone } from '@/lib/core/current-market';
import { requireStaff } from '@/lib/web/session';

/** A plan's times are typed and shown in the shop's time zone, whoever of its staff reads them. */
export default async function StaffDropsLayout({ children }: { children: React.ReactNode }) {
  // Asked first, since the build makes no page of it and asks no database.
  await requireStaff();
  return <ShopTimes zone={await shopZone()}>{children}</ShopTimes>;
}
