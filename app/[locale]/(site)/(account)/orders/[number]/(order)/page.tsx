import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { OrderView } from '@/components/orders/order-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { sellsAny } from '@/lib/cart/queries';
import { readRepairsOfOrder } from '@/lib/flows/repairs/read-repairs';
import { readReturns } from '@/lib/flows/returns/read-returns';
import { getOwnOrder } from '@/lib/orders/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findOrder = cache(async (locale: Locale, number: string) => {
  const read = reading(await requireMember(locale, paths.order(number)));
  return { order: (await getOwnOrder(read, { number })) ?? notFound(), read };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, number } = (await decodedParams(params)) ?? notFound();
  const { order } = await findOrder(locale, number);
  return memberMetadata(translator(locale, 'orders')('order.title', { number: order.number }));
});

export default pageOrMissing(async function OrderPage({ params, searchParams }: Props) {
  const { locale, number } = (await pageParams(params)) ?? notFound();
  const { returned } = await pageQuery(searchParams);
  const { order, read } = await findOrder(locale, number);
  const returns = await readReturns(read, { orderId: order.id });
  const repairs = await readRepairsOfOrder(read, { orderId: order.id });
  const sells = await sellsAny(read, { variantIds: order.lines.map(({ variantId }) => variantId) });
  return (
    <OrderView
      {...{ order, locale, sells, returns, repairs, now: read.now, asked: { number } }}
      returned={returned === '1'}
    />
  );
});
