'use client';

import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { use, useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormContext, useFormField } from '@/components/forms/form-context';
import { countryToShow, ownCountry } from '@/components/drops/own-country';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { ArrivalLine } from '@/components/markets/arrival-line';
import { useHome } from '@/components/shell/brand-context';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { useLive } from '@/components/ui/use-live';
import { useOnce } from '@/components/ui/use-once';
import type { Locale } from '@/lib/core/locale';
import { placeCartOrderAction, placeOrderAction } from '@/app/actions/orders';
import type { DeliveryCalendar } from '@/lib/calendar/choices/delivery';
import { deliveryTime, type Promises } from '@/lib/core/market';
import type { Offers } from '@/lib/core/offers';
import { isCountry, regionCode, type BillDiscount, type CountryCode } from '@/lib/orders/schema';

import type { KnownAddress } from './address-fields';
import { billIn } from './checkout-bill';
import { CheckoutBill } from './checkout-sum';
import { PayHints, PayWords } from './pay-words';
import type { CheckoutCredit } from './use-credit';
import { HoldCountdown } from './hold-countdown';
import { OrderItem, type Item } from './order-item';
import { postCartOrder } from './post-cart-order';
import { ShipTo, type AddressBook } from './ship-to';

export type Checkout = {
  /** The unit of a drop that is bought, or the cart in the version that is shown. */
  of: { claimId: string } | { cartId: string; version: string };
  /** Until when a drop's unit is held. */
  heldUntil: string | null;
  now: number;
  items: Item[];
  goodsMinor: number;
  /** What discounts take off a cart; none off a drop's unit. That of the shipping takes off whatever the shipping is. */
  discounts: readonly BillDiscount[];
  currency: string;
  /** What sending it to each country costs. */
  offers: Offers;
  promises: Promises;
  /** When it should arrive, with `{when}` for the days. */
  arrives: string;
  /** What there is to spend of store credit and a gift card; none of a drop's unit. */
  credit?: CheckoutCredit;
  /** When the shop works and carriers drive. */
  calendar: DeliveryCalendar;
};
type Props = {
  checkout: Checkout;
  /** Who sells. */
  seller: string;
  known: KnownAddress;
  /** What a member keeps of addresses; none for a guest. */
  book?: AddressBook;
  country: CountryCode;
  countries: { value: string; label: string }[];
  /** Where a guest signs in instead of saying where to be written to; none for a member. */
  signIn?: string;
  /** What the law has a buyer read before paying. */
  law: ReactNode;
  /** What is promised wherever it goes. */
  promised: ReactNode;
  locale: Locale;
};

/** Address, bill and pay button of one held unit or of a cart. The total follows the country. */
export function CheckoutForm(props: Props) {
  const { checkout, locale } = props;
  return (
    <ActionForm
      action={'claimId' in checkout.of ? placeOrderAction : placeCartOrderAction}
      inBrowser={'claimId' in checkout.of ? undefined : postCartOrder}
      hidden={{ ...checkout.of, locale }}
      className="items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]"
    >
      <Fields {...props} />
    </ActionForm>
  );
}

function Fields({ checkout, seller, known, book, country: first, countries, signIn, law, promised, locale }: Props) {
  const t = useTranslations('orders.checkout');
  const home = useHome();
  // Without scripts the page comes back with what was chosen.
  const { value: posted } = useFormField('country', first);
  const [country, setCountry] = useState(isCountry(String(posted)) ? (posted as CountryCode) : first);
  const { value: postedRegion } = useFormField('region', known.region ?? '');
  const [region, setRegion] = useState(regionCode(country, String(postedRegion ?? '')) ?? '');
  useOwnCountry(known.country === undefined && posted === first, checkout.calendar.country, locale);
  const live = useLive();
  useNewTotal();
  const bill = billIn(checkout, country, region);
  const [uses, setUses] = useState(true);
  const creditMinor = Math.min(uses ? (checkout.credit?.minor ?? 0) : 0, bill?.totalMinor ?? 0);
  const dueMinor = bill && bill.totalMinor - creditMinor;
  return (
    <>
      <Card as="section" className="order-2 lg:order-1">
        {signIn !== undefined && <GuestContact signIn={signIn} />}
        <ShipTo
          {...{ known, book, countries, country }}
          onCountry={setCountry}
          onRegion={setRegion}
          onKnown={(chosen) => {
            const to = (chosen.country ?? first) as CountryCode;
            setCountry(to);
            setRegion(regionCode(to, chosen.region ?? '') ?? '');
          }}
        />
        {live && bill && (
          <>
            <input type="hidden" name="shown" value={bill.totalMinor} />
            <input type="hidden" name="shownCurrency" value={checkout.currency} />
          </>
        )}
      </Card>
      <div className="contents lg:sticky lg:top-20 lg:order-2 lg:grid lg:gap-4">
        {checkout.heldUntil && <Hold until={checkout.heldUntil} now={checkout.now} locale={locale} />}
        <Card as="section" className="order-3 grid gap-5">
          {checkout.items.map((item, at) => (
            <OrderItem key={at} item={item} locale={locale} home={home} level="h2" />
          ))}
          <CheckoutBill {...{ bill, creditMinor, checkout, locale, home }} onUse={setUses} />
          <Promised checkout={checkout} country={country} locale={locale}>
            {promised}
          </Promised>
          {law}
          <FormSubmit size="lg" block icon={<Lock aria-hidden />}>
            <PayWords
              {...{ dueMinor: live ? dueMinor : null, creditMinor, currency: checkout.currency, locale, home }}
            />
          </FormSubmit>
          <noscript>
            <p className="text-sm text-muted">{t('payNoScript')}</p>
          </noscript>
          <PayHints leaves={dueMinor !== 0 || creditMinor === 0} seller={seller} />
        </Card>
      </div>
    </>
  );
}

function GuestContact({ signIn }: { signIn: string }) {
  const t = useTranslations('orders.checkout');
  return (
    <div className="mb-8">
      <SectionHead title={t('contact')} />
      <FormText
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="email"
        required
        maxLength={254}
      />
      <p className="mt-3 text-[0.9375rem] text-muted">
        {t.rich('haveAccount', { link: (words) => <TextLink href={signIn}>{words}</TextLink> })}
      </p>
    </div>
  );
}

type PromisedProps = Pick<Props, 'checkout' | 'locale'> & { country: CountryCode; children: ReactNode };

function Promised({ checkout: { promises, offers, arrives, calendar }, country, locale, children }: PromisedProps) {
  const takes = deliveryTime(promises, offers[country]?.days ?? null);
  return (
    <div className="grid gap-3 empty:hidden">
      {takes && (
        <div className="text-sm text-muted">
          <ArrivalLine takes={takes} words={arrives} calendar={calendar} locale={locale} />
        </div>
      )}
      {children}
    </div>
  );
}

function Hold({ until: heldUntil, now, locale }: { until: string; now: number; locale: Locale }) {
  const t = useTranslations('orders.checkout');
  const router = useRouter();
  return (
    <Card look="accent" className="order-1 flex items-center justify-between gap-4 sm:p-5">
      <div>
        <p className="font-semibold">{t('held')}</p>
        <p className="text-sm text-muted">
          {t.rich('heldUntil', { time: () => <DateTime at={heldUntil} locale={locale} format="moment" /> })}
        </p>
      </div>
      <HoldCountdown to={heldUntil} now={now} onDone={() => router.refresh()} className="font-display text-heading" />
    </Card>
  );
}

const renewing = [
  'total-changed',
  'cart-changed',
  'cart-apart',
  'cart-short',
  'discount-gone',
  'discount-once',
  'credit-changed',
];

// Terms that changed since the page was made come with it anew.
function useNewTotal() {
  const router = useRouter();
  const { outcome } = use(FormContext);
  useOnce(outcome, (after) => {
    if (after.status === 'refused' && renewing.includes(after.problem.code)) router.refresh();
  });
}

// Who has no address here yet begins with the country whose price they read on the drop's page, else with that of their languages.
function useOwnCountry(wanted: boolean, home: string | undefined, locale: Locale) {
  useEffect(() => {
    const field = document.querySelector<HTMLSelectElement>('select[name="country"]');
    // What was chosen before the page came to life stays.
    if (!wanted || !field || !field.options[field.selectedIndex]?.defaultSelected) return;
    const served = [...field.options].map(({ value }) => value);
    const own = countryToShow(served, { own: [ownCountry()], languages: navigator.languages, home, locale });
    if (field.value === own) return;
    field.value = own;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, [wanted, home, locale]);
}
