import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { OrderView } from '@/components/orders/order-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { getOwnOrder } from '@/lib/orders/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; number: string }>; searchParams: Promise<{ returned?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return memberMetadata(translator(locale, 'orders')('order.title', { number }));
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  const { returned } = await searchParams;
  const read = reading(await requireMember(locale, paths.order(number)));
  const order = await getOwnOrder(read, { number });
  if (!order) notFound();
  return <OrderView order={order} locale={locale} returned={returned === '1'} now={read.now} />;
}
