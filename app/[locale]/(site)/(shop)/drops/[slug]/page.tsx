import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { dropJsonLd } from '@/lib/web/json-ld/drop';
import { DropView } from '@/components/drops/drop-view';
import { landedOf, landedWords, sellerName } from '@/components/drops/landed-of';
import { LandedPrice } from '@/components/drops/landed-price';
import { countryToShow } from '@/components/drops/own-country';
import { PromiseLines } from '@/components/markets/promise-lines';
import { JsonLd } from '@/components/seo/json-ld';
import { firstOf } from '@/lib/core/fields';
import { formatDateTime, translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';
import { deliveryCalendar } from '@/lib/web/calendar';
import { publicMarket } from '@/lib/web/market';
import { linkedPages } from '@/lib/web/pages';

import { dropPage } from '../data';

export function generateStaticParams() {
  return [{ slug: '_' }];
}

export async function generateMetadata({ params }: PageProps<'/[locale]/drops/[slug]'>): Promise<Metadata> {
  const asked = await decodedParams(params);
  const drop = asked && (await dropPage(asked.slug));
  if (!asked || !drop?.wave) return missingMetadata();
  const { locale, slug } = asked;
  const t = translator(locale, 'drops');
  const title = localText(locale, drop.title, drop.titleZh);
  const terms = t('meta.description', { title, units: drop.wave.units, at: formatDateTime(drop.wave.opensAt, locale) });
  const description = firstOf(`${terms} ${localText(locale, drop.summary, drop.summaryZh)}`, 200);
  return pageMetadata({
    locale,
    path: paths.drop(slug),
    title,
    description,
    image: drop.product.images[0]?.path ?? undefined,
  });
}

export default async function DropPage({ params }: PageProps<'/[locale]/drops/[slug]'>) {
  const asked = await pageParams(params);
  const drop = asked && (await dropPage(asked.slug));
  if (!drop) return <Missing />;
  const { locale } = asked;
  const [brand, market, calendar, { law }] = await Promise.all([
    publicBrand(),
    publicMarket(),
    deliveryCalendar(),
    linkedPages(),
  ]);
  const landed = landedOf(drop, { market, locale, home: brand.currency });
  const seller = sellerName(market, brand.name, locale);
  return (
    <>
      <JsonLd data={dropJsonLd(drop, locale, brand)} />
      <DropView
        drop={drop}
        locale={locale}
        landed={
          <LandedPrice
            landed={landed}
            words={landedWords(locale, seller, drop.phase === 'upcoming')}
            opensAt={drop.phase === 'upcoming' ? drop.wave?.opensAt.toISOString() : undefined}
            promises={<PromiseLines promises={market.promises} law={law} locale={locale} />}
            calendar={calendar}
            first={countryToShow(landed[0]?.countries.map(({ value }) => value) ?? [], {
              home: calendar.country,
              locale,
            })}
            locale={locale}
          />
        }
      />
    </>
  );
}
