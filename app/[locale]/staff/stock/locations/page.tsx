import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StockHeader } from '@/components/stock/staff/stock-header';
import { CloseLocation, LocationForm } from '@/components/stock/staff/location-forms';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { reading } from '@/lib/core/context';
import { groupDigits } from '@/lib/core/digits';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { countByLocation, listLocations, type Location } from '@/lib/stock/queries/places';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('stock.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'stock')('locations.title'));
});

/** The places where goods lie, in the order in which they are taken from. */
export default pageOrMissing(async function StockLocationsPage({ params }: Props) {
  const { locale } = await params;
  const read = reading(await enter());
  const [places, units] = await Promise.all([listLocations(read, { closed: true }), countByLocation(read)]);
  const t = translator(locale, 'stock');
  const open = places.filter(({ closedAt }) => closedAt === null);
  const next = Math.min(999, Math.max(-1, ...open.map(({ position }) => position)) + 1);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <StockHeader title={t('locations.title')} lead={t('locations.lead')} locale={locale} />
      {places.length === 0 && (
        <EmptyState title={t('locations.empty')} compact>
          {t('locations.emptyLead')}
        </EmptyState>
      )}
      {places.length > 0 && (
        <ul className="grid gap-4">
          {[...open, ...places.filter(({ closedAt }) => closedAt !== null)].map((place) => (
            <li key={place.id}>
              <Place place={place} units={units.get(place.id) ?? 0} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      <Card as="section" aria-labelledby="add" className="max-w-3xl">
        <SectionHead id="add" title={t('locations.addTitle')} />
        <LocationForm position={next} />
      </Card>
    </div>
  );
});

function Place({ place, units, locale }: { place: Location; units: number; locale: Locale }) {
  const t = translator(locale, 'stock');
  const isClosed = place.closedAt !== null;
  return (
    <Card as="article" className="grid max-w-3xl gap-3">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-subheading font-semibold">
        <bdi className="wrap-anywhere">{place.name}</bdi>
        {isClosed && <Badge>{t('locations.isClosed')}</Badge>}
        {!isClosed && place.sells && <Badge tone="positive">{t('locations.sells')}</Badge>}
      </h2>
      <p className="text-[0.9375rem] text-muted">
        {place.address !== '' && <bdi className="block wrap-anywhere">{place.address}</bdi>}
        {t('locations.units')}: <span className="tabular-nums">{groupDigits(units)}</span>
      </p>
      {!isClosed && (
        <details>
          <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] font-semibold text-accent-ink">
            {t('locations.edit', { name: place.name })}
          </summary>
          <div className="mt-4 grid gap-6">
            <LocationForm key={place.version} location={place} />
            <CloseLocation id={place.id} here={inLocale(locale, paths.staff('stock', 'locations'))} />
          </div>
        </details>
      )}
    </Card>
  );
}
