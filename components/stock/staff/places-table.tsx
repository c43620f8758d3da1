import { TextLink } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { placedKinds, type PlacedKind } from '@/lib/stock/policy';
import type { StockOfVariant } from '@/lib/stock/queries/get-stock';
import type { Location } from '@/lib/stock/queries/places';

type Account = StockOfVariant['accounts'][number];
type Props = { accounts: Account[]; places: Location[]; locale: Locale };

/** How many units of a variant lie at each place, by what they are kept for. */
export function PlacesTable({ accounts, places, locale }: Props) {
  const t = translator(locale, 'stock');
  const at = (placeId: string | null, kind: PlacedKind) =>
    accounts
      .filter((each) => each.kind === kind && (placeId === null || each.locationId === placeId))
      .reduce((sum, { units }) => sum + units, 0);
  const used = places.filter(({ id }) => accounts.some(({ locationId }) => locationId === id));
  if (used.length === 0) return <p className="text-muted">{t('places.nothing')}</p>;
  const kinds = placedKinds.filter((kind) => kind === 'OPEN' || at(null, kind) > 0);
  const total = { id: null, name: t('places.total') };
  const drops = accounts.filter(({ kind, drop }) => kind === 'SET_ASIDE' && drop !== null);
  return (
    <>
      <Table
        caption={t('places.title')}
        rows={used.length > 1 ? [...used, total] : used}
        rowKey={({ id }) => id ?? 'all'}
        columns={[
          { key: 'place', header: t('places.location'), lead: true, cell: ({ name }) => <bdi>{name}</bdi> },
          ...kinds.map((kind) => ({
            ...{ key: kind, header: t(`kinds.${kind}`), align: 'end' as const },
            cell: ({ id }: { id: string | null }) => <span className="tabular-nums">{groupDigits(at(id, kind))}</span>,
          })),
        ]}
      />
      {drops.length > 0 && (
        <ul className="mt-4 grid gap-1 text-[0.9375rem] text-muted">
          {sumByDrop(drops).map(({ id, title, titleZh, units }) => (
            <li key={id}>
              <TextLink href={inLocale(locale, paths.staff('drops', id))}>
                <bdi>{localText(locale, title, titleZh)}</bdi>
              </TextLink>{' '}
              <span className="tabular-nums">{groupDigits(units)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sumByDrop(accounts: Account[]) {
  const drops = new Map<string, { id: string; title: string; titleZh: string; units: number }>();
  for (const { drop, units } of accounts)
    if (drop) drops.set(drop.id, { ...drop, units: units + (drops.get(drop.id)?.units ?? 0) });
  return [...drops.values()];
}
