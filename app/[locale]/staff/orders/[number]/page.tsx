import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { StaffOrderView } from '@/components/orders/staff/staff-order-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { canRefund, canShip, isRefundable } from '@/lib/orders/policy';
import { getStaffOrder, hasAlert } from '@/lib/orders/staff-queries';
import { memberMetadata } from '@/lib/web/metadata';
import { requireRole } from '@/lib/web/session';

type Params = { params: Promise<{ locale: Locale; number: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale, number } = await params;
  return memberMetadata(translator(locale, 'orders')('order.title', { number }));
}

export default async function StaffOrderPage({ params }: Params) {
  const { locale, number } = await params;
  const actor = await requireRole('OPERATIONS', 'SUPPORT');
  const read = reading(actor);
  const order = await getStaffOrder(read, { number });
  if (!order) notFound();
  const running = order.refunds.some(({ state }) => state !== 'FAILED');
  const can = {
    ship: canShip(actor) && order.state === 'PAID' && !running,
    deliver: canShip(actor) && order.state === 'SHIPPED' && !running,
    refund: canRefund(actor) && isRefundable(order) && !running,
  };
  return <StaffOrderView order={order} locale={locale} can={can} alert={await hasAlert(read, { orderId: order.id })} />;
}
