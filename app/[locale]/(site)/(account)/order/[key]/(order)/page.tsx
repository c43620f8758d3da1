import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { KeepOrder } from '@/components/orders/keep-order';
import { OrderView } from '@/components/orders/order-view';
import { isMember } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { sellsAny } from '@/lib/cart/queries';
import { readRepairsOfOrder } from '@/lib/flows/repairs/read-repairs';
import { readReturns } from '@/lib/flows/returns/read-returns';
import { getOwnOrder } from '@/lib/orders/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findOrder = cache(async (key: string) => {
  const read = reading(await currentActor());
  return { order: (await getOwnOrder(read, { key })) ?? notFound(), read };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, key } = (await decodedParams(params)) ?? notFound();
  const { order } = await findOrder(key);
  return memberMetadata(translator(locale, 'orders')('order.title', { number: order.number }));
});

/** The order of a guest, for whoever has its link. */
export default pageOrMissing(async function GuestOrderPage({ params, searchParams }: Props) {
  const { locale, key } = (await pageParams(params)) ?? notFound();
  const { returned } = await pageQuery(searchParams);
  const { order, read } = await findOrder(key);
  const returns = await readReturns(read, { orderId: order.id });
  const repairs = await readRepairsOfOrder(read, { orderId: order.id });
  const sells = await sellsAny(read, { variantIds: order.lines.map(({ variantId }) => variantId) });
  return (
    <OrderView
      {...{ order, locale, sells, returns, repairs, now: read.now, asked: { key } }}
      returned={returned === '1'}
      after={
        !isMember(read.actor) &&
        order.state !== 'PENDING' && <KeepOrder email={order.guestEmail ?? ''} locale={locale} />
      }
    />
  );
});
