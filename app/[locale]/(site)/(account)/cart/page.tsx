import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CartView } from '@/components/cart/cart-view';
import { together } from '@/lib/cart/choices/together';
import { isMember } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { inLocale } from '@/lib/core/paths';
import { readCard } from '@/lib/credit/queries';
import { discountCart } from '@/lib/discounts/queries';
import { paths } from '@/lib/paths';
import { keptGuestOrder } from '@/lib/web/guest-order-cookie';
import { memberMetadata } from '@/lib/web/metadata';
import { ownCart } from '@/lib/web/own-cart';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = headOrMissing(async ({ params }: Props): Promise<Metadata> => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(translator(locale, 'cart')('title'));
});

export default pageOrMissing(async function CartPage({ params, searchParams }: Props) {
  const { locale } = (await pageParams(params)) ?? notFound();
  const actor = await currentActor();
  const [cart, key] = [await ownCart(actor), await keptGuestOrder()];
  const ofGuest = key === null ? null : inLocale(locale, paths.askedOrder({ key }));
  const lastOrder = isMember(actor) ? undefined : ofGuest;
  // Some of what was to be bought again is sold no more.
  const someLeft = (await pageQuery(searchParams)).left !== undefined;
  const lines = cart?.lines ?? [];
  const goods = together(lines);
  const { code = null, had = [] } = cart ?? {};
  const discounts = goods && (await discountCart(reading(actor), { code, had, lines, currency: goods.currency }));
  const card = cart?.cardId ? await readCard(reading(actor), { id: cart.cardId }) : null;
  return <CartView {...{ lastOrder, someLeft, locale, lines, goods, code, discounts, card }} />;
});
