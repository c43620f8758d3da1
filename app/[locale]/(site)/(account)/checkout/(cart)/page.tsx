import { notFound, redirect } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { asCartItem } from '@/components/cart/cart-view';
import { beforePaying } from '@/components/orders/before-paying';
import { bookOf, countriesIn, firstCountry, knownAddress } from '@/components/orders/checkout-choices';
import { CheckoutForm } from '@/components/orders/checkout-form';
import { checkoutCredit } from '@/lib/web/checkout-credit';
import { PageHeader } from '@/components/ui/page-header';
import { together } from '@/lib/cart/choices/together';
import { isMember } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { translator } from '@/lib/core/i18n';
import { dayIn, offersOf } from '@/lib/core/offers';
import { inLocale } from '@/lib/core/paths';
import { asBillDiscount, discountCart } from '@/lib/discounts/queries';
import { getLastAddress } from '@/lib/orders/queries';
import { listAddresses } from '@/lib/orders/saved-addresses';
import { paths } from '@/lib/paths';
import { publicBrand } from '@/lib/web/brand';
import { deliveryCalendar } from '@/lib/web/calendar';
import { memberMetadata } from '@/lib/web/metadata';
import { ownCart } from '@/lib/web/own-cart';
import { linkedPages } from '@/lib/web/pages';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = headOrMissing(async ({ params }: Pick<Props, 'params'>) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(translator(locale, 'orders')('checkout.title'));
});

export default pageOrMissing(async function CartCheckoutPage({ params, searchParams }: Props) {
  const { locale } = (await pageParams(params)) ?? notFound();
  const actor = await currentActor();
  const read = reading(actor);
  const cart = await ownCart(actor);
  const goods = together(cart?.lines ?? []);
  // What stands in the way of an order is said in the cart.
  if (!cart || !goods || cart.lines.some(({ problem }) => problem !== null)) redirect(inLocale(locale, paths.cart()));
  const [addresses, last, market, { law }] = await Promise.all([
    listAddresses(read),
    getLastAddress(read),
    readMarket(),
    linkedPages(),
  ]);
  const calendar = await deliveryCalendar();
  const { given } = await discountCart(read, { ...cart, currency: goods.currency });
  const credit = await checkoutCredit(read, { ...cart, currency: goods.currency, locale });
  const offers = offersOf(market, goods, dayIn(market, read.now));
  const countries = countriesIn(offers, [], locale);
  const blank = { name: isMember(actor) ? actor.name : '' };
  const { known, book } = bookOf(addresses, {
    ...{ to: (await pageQuery(searchParams)).to, query: '', keepsTyped: false, countries, locale },
    ...{ typed: knownAddress(last, blank.name), blank },
  });
  const t = translator(locale, 'orders');
  return (
    <div className="page pb-16">
      <PageHeader title={t('checkout.title')} lead={translator(locale, 'cart')('checkoutLead')} />
      <CheckoutForm
        checkout={{
          of: { cartId: cart.id, version: String(cart.version) },
          ...{ heldUntil: null, now: read.now.getTime(), items: cart.lines.map(asCartItem) },
          goodsMinor: goods.amounts.reduce((sum, each) => sum + each, 0),
          discounts: given.map(asBillDiscount),
          ...{ currency: goods.currency, offers, promises: market.promises, calendar, credit },
          arrives: translator(locale, 'promises')('arrives', { when: '{when}' }),
        }}
        seller={market.seller.name || (await publicBrand()).name[locale]}
        known={known}
        book={isMember(actor) ? book : undefined}
        signIn={isMember(actor) ? undefined : inLocale(locale, paths.signIn(inLocale(locale, paths.cartCheckout())))}
        country={firstCountry(known, countries, { home: calendar.country, locale })}
        countries={countries}
        {...beforePaying({ promises: market.promises, law, locale })}
        locale={locale}
      />
    </div>
  );
});
