import type { Brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { localText, type Locale } from '@/lib/core/locale';
import { plainAmount } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { onSale, type OnSale } from '@/lib/drops/policy';
import type { DropPage } from '@/lib/drops/queries';

/** A drop for search engines: an online event with an offer for each variant that everyone may claim. */
export function dropJsonLd(drop: DropPage, locale: Locale, { name }: Pick<Brand, 'name'>): Record<string, unknown> {
  const url = env.PUBLIC_URL + inLocale(locale, paths.drop(drop.slug));
  const { wave } = drop;
  return {
    '@type': 'Event',
    name: localText(locale, drop.title, drop.titleZh),
    description: localText(locale, drop.summary, drop.summaryZh),
    url,
    startDate: wave?.opensAt.toISOString(),
    endDate: wave?.closesAt.toISOString(),
    eventStatus: `https://schema.org/${drop.cancelledAt ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: { '@type': 'Organization', name: name[locale], url: env.PUBLIC_URL },
    image: drop.product.images.flatMap(({ path }) => (path ? [new URL(path, env.PUBLIC_URL).href] : [])).slice(0, 3),
    offers: (wave?.allotments ?? [])
      .filter(({ channel }) => channel === 'PUBLIC')
      .map((each) => offer(each, drop, { url, locale })),
  };
}

type Allotment = NonNullable<DropPage['wave']>['allotments'][number];

const availability: Record<OnSale, string> = {
  now: 'InStock',
  soon: 'PreOrder',
  paused: 'OutOfStock',
  gone: 'SoldOut',
  never: 'SoldOut',
};

function offer(
  { variant, remaining, units }: Allotment,
  drop: DropPage,
  { url, locale }: { url: string; locale: Locale },
) {
  return {
    '@type': 'Offer',
    name: `${localText(locale, drop.product.title, drop.product.titleZh)} · ${localText(locale, variant.title, variant.titleZh)}`,
    url,
    price: plainAmount(variant.priceMinor, variant.currency),
    priceCurrency: variant.currency,
    availability: `https://schema.org/${availability[onSale(drop, variant.id, drop.readAt)]}`,
    validFrom: drop.wave?.opensAt.toISOString(),
    inventoryLevel: { '@type': 'QuantitativeValue', value: drop.phase === 'upcoming' ? units : remaining },
  };
}
