import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { GiveBack } from '@/components/drops/give-back';
import { CheckoutForm } from '@/components/orders/checkout-form';
import { bookOf, countriesIn, firstCountry, knownAddress, knownCompany } from '@/components/orders/checkout-choices';
import { HoldOver } from '@/components/orders/hold-over';
import { beforePaying } from '@/components/orders/before-paying';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getClaimForCheckout, type ClaimForCheckout } from '@/lib/drops/queries/get-claim-for-checkout';
import { readMarket } from '@/lib/core/current-market';
import type { StoredMarket } from '@/lib/core/market';
import { dayIn, offersOf } from '@/lib/core/offers';
import type { DeliveryCalendar } from '@/lib/calendar/choices/delivery';
import { deliveryCalendar } from '@/lib/web/calendar';
import { canCheckOut } from '@/lib/orders/policy';
import { getLastAddress, getLiveOrder } from '@/lib/orders/queries';
import { listAddresses } from '@/lib/orders/saved-addresses';
import { publicBrand } from '@/lib/web/brand';
import { linkedPages } from '@/lib/web/pages';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; claim: string }> };
type Props = Params & { searchParams: Promise<Record<string, string | string[] | undefined>> };

const findClaim = cache(async (locale: Locale, claimId: string) => {
  const actor = await requireMember(locale, paths.checkout(claimId));
  const read = reading(actor);
  const claim = await getClaimForCheckout(read, { claimId });
  return claim?.memberId === actor.id ? { actor, read, claim } : notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, claim } = (await decodedParams(params)) ?? notFound();
  await findClaim(locale, claim);
  return memberMetadata(translator(locale, 'orders')('checkout.title'));
});

export default pageOrMissing(async function CheckoutPage({ params, searchParams }: Props) {
  const { locale, claim: claimId } = (await pageParams(params)) ?? notFound();
  const { actor, read, claim } = await findClaim(locale, claimId);
  const order = await getLiveOrder(read, { claimId });
  // An unpaid order may still go elsewhere.
  const query = await pageQuery(searchParams);
  const change = query.change === '1' && order?.state === 'PENDING';
  if (order && !change) redirect(inLocale(locale, paths.order(order.number)));
  const t = translator(locale, 'orders');
  if (!canCheckOut({ ...claim, dropCancelled: claim.drop.cancelledAt !== null }, read.now))
    return <HoldOver locale={locale} slug={claim.drop.slug} givenBack={claim.claim.endedWhy === 'GIVEN_BACK'} />;
  const [addresses, last, market, { law }] = await Promise.all([
    listAddresses(read),
    getLastAddress(read),
    readMarket(),
    linkedPages(),
  ]);
  const checkout = checkoutOf(claim, market, await deliveryCalendar(), locale, read.now);
  const countries = countriesIn(checkout.offers, claim.drop.regions, locale);
  const { known, book } = bookOf(addresses, {
    ...{ to: query.to, query: change ? 'change=1&' : '', keepsTyped: change, countries, locale },
    typed: { ...knownAddress(order ?? last, actor.name), ...knownCompany(order) },
    blank: { name: actor.name },
  });
  return (
    <div className="page pb-16">
      <PageHeader title={t('checkout.title')} lead={t(change ? 'checkout.changeLead' : 'checkout.lead')} />
      <CheckoutForm
        checkout={checkout}
        seller={market.seller.name || (await publicBrand()).name[locale]}
        known={known}
        book={book}
        country={firstCountry(known, countries, { home: checkout.calendar.country, locale })}
        countries={countries}
        {...beforePaying({ promises: market.promises, law, locale })}
        locale={locale}
      />
      <div className="pt-6">
        <GiveBack claimId={claimId} offered={claim.claim.offered} />
      </div>
    </div>
  );
});

function checkoutOf(
  { claim, variant, product, heldUntil }: ClaimForCheckout,
  market: StoredMarket,
  calendar: DeliveryCalendar,
  locale: Locale,
  now: Date,
) {
  const { priceMinor, currency } = variant;
  const item = { ...product, variant, picture: variant.images[0] ?? product.images[0], priceMinor, currency };
  const offers = offersOf(market, variant, dayIn(market, now));
  return {
    ...{ of: { claimId: claim.id }, heldUntil: heldUntil.toISOString(), now: now.getTime() },
    ...{ items: [item], goodsMinor: priceMinor, discounts: [], currency },
    offers,
    promises: market.promises,
    calendar,
    arrives: translator(locale, 'promises')('arrives', { when: '{when}' }),
  };
}
