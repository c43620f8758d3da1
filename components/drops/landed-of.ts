import type { DeliveryTime } from '@/lib/calendar/choices/delivery';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { deliveryTime, type StoredMarket } from '@/lib/core/market';
import { formatMoney } from '@/lib/core/money';
import { dayIn, offersOf, taxIn, type Offer } from '@/lib/core/offers';
import type { DropPage } from '@/lib/drops/queries';
import { billOf, isCountry, regionsOf, totalsOf } from '@/lib/orders/schema';

/** A bill in words, its lines by the names of their words and in their order: the browser reckons nothing. A tax is added or held. */
export type LandedBill = Partial<Record<'goods' | 'shipping' | 'tax' | 'taxIncluded' | 'total', string>>;

/** What a unit comes to in a country, and in those of its regions that have a tax of their own. */
export type LandedCountry = {
  value: string;
  label: string;
  days: string | null;
  /** From the payment to the arrival; null where it is not promised when a parcel leaves, or how long it takes. */
  takes: DeliveryTime | null;
  bill: LandedBill;
  regions: { value: string; label: string; bill: LandedBill }[];
};

/** Variants that come to the same everywhere, with what that is in each country that the drop goes to. */
export type Landed = { variantIds: string[]; countries: LandedCountry[] };

type Variant = NonNullable<DropPage['wave']>['allotments'][number]['variant'];
type Told = { market: StoredMarket; locale: Locale; home: string };

/** What the variants of a drop come to where it goes, with shipping and tax: read before a claim. */
export function landedOf(drop: DropPage, told: Told): Landed[] {
  const groups = new Map<string, Landed>();
  for (const { variant } of drop.wave?.allotments ?? []) {
    const { id, priceMinor, currency, grams, taxIncluded } = variant;
    const key = JSON.stringify([priceMinor, currency, grams, taxIncluded]);
    const known = groups.get(key);
    if (known) known.variantIds.push(id);
    else groups.set(key, { variantIds: [id], countries: countriesOf(drop, variant, told) });
  }
  return [...groups.values()];
}

function countriesOf({ regions, readAt }: DropPage, variant: Variant, told: Told): LandedCountry[] {
  const names = new Intl.DisplayNames([messageLocale(told.locale)], { type: 'region' });
  return Object.entries(offersOf(told.market, variant, dayIn(told.market, readAt)))
    .filter(([country]) => regions.length === 0 || regions.includes(country))
    .map(([value, offer]) => ({
      ...{
        value,
        label: names.of(value) ?? value,
        days: daysIn(offer, told.locale),
        takes: deliveryTime(told.market.promises, offer.days),
        bill: billIn(offer, '', variant, told),
      },
      regions: namesOf(value)
        .filter(([code]) => Object.hasOwn(offer.regions, code))
        .map(([code, label]) => ({ value: code, label, bill: billIn(offer, code, variant, told) })),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, messageLocale(told.locale)));
}

function daysIn({ days }: Offer, locale: Locale): string | null {
  return days && translator(locale, 'drops')('landed.days', { least: days[0], most: days[1] });
}

const namesOf = (country: string) => (isCountry(country) && regionsOf(country)) || [];

function billIn(offer: Offer, region: string, { priceMinor, currency }: Variant, { locale, home }: Told): LandedBill {
  const tax = taxIn(offer, region);
  const bill = billOf(totalsOf(priceMinor, offer.shippingMinor, tax), priceMinor, tax);
  const money = (minor: number) => formatMoney(minor, currency, locale, home);
  return {
    goods: money(bill.goodsMinor),
    shipping: money(bill.shippingMinor),
    [bill.taxIncluded ? 'taxIncluded' : 'tax']: money(bill.taxMinor),
    total: money(bill.totalMinor),
  };
}

const said = [
  'heading',
  'country',
  'region',
  'otherRegion',
  'goods',
  'shipping',
  'tax',
  'taxIncluded',
  'total',
] as const;

/** The sentences of the panel; they travel with the document. */
export type LandedWords = Record<(typeof said)[number] | 'soldBy' | 'arrives', string>;

/** The sentences of the panel in the reader’s language; of a drop that is to open it says when things arrive after its opening. */
export function landedWords(locale: Locale, seller: string, toOpen: boolean): LandedWords {
  const t = translator(locale, 'drops');
  const words = said.map((name) => [name, t(`landed.${name}`)] as const);
  const promise = translator(locale, 'promises');
  return {
    ...(Object.fromEntries(words) as Record<(typeof said)[number], string>),
    soldBy: t('landed.soldBy', { seller }),
    arrives: promise(toOpen ? 'arrivesAfterOpening' : 'arrives', { when: '{when}' }),
  };
}

/** Who sells, in the words of the law where staff said it, else by the brand’s name. */
export function sellerName({ seller }: Pick<StoredMarket, 'seller'>, brand: Record<Locale, string>, locale: Locale) {
  return seller.name || brand[locale];
}
