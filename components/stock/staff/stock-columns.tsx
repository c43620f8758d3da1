import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { PlacedKind } from '@/lib/stock/policy';
import type { StockRow } from '@/lib/stock/queries/list-stock';

/** What staff see of a variant in the list of stock, column by column. */
export function stockColumns(locale: Locale): Column<StockRow>[] {
  const t = translator(locale, 'stock');
  const counted = (key: string, kind: PlacedKind): Column<StockRow> => ({
    ...{ key, header: t(`columns.${key as 'held'}`), align: 'end' },
    cell: ({ units }) => <Units count={units[kind]} />,
  });
  return [
    { key: 'variant', header: t('columns.variant'), lead: true, cell: (row) => <Name row={row} locale={locale} /> },
    {
      ...{ key: 'open', header: t('columns.open'), align: 'end' },
      cell: ({ open, lowAt }) =>
        lowAt !== null && open <= lowAt ? (
          <Badge tone={open === 0 ? 'danger' : 'warning'}>{groupDigits(open)}</Badge>
        ) : (
          <Units count={open} />
        ),
    },
    counted('setAside', 'SET_ASIDE'),
    counted('held', 'HELD'),
    counted('sold', 'SOLD'),
    counted('damaged', 'DAMAGED'),
    counted('inTransit', 'IN_TRANSIT'),
    { key: 'shop', header: t('columns.shop'), cell: ({ inShop }) => t(inShop ? 'inShop' : 'notInShop') },
    {
      ...{ key: 'since', header: t('columns.since'), className: 'whitespace-nowrap' },
      cell: ({ since }) => <DateTime at={since} locale={locale} />,
    },
  ];
}

function Units({ count }: { count: number }) {
  return <span className={count === 0 ? 'text-muted tabular-nums' : 'tabular-nums'}>{groupDigits(count)}</span>;
}

function Name({ row: { id, variant }, locale }: { row: StockRow; locale: Locale }) {
  return (
    <span className="min-w-0">
      <Link
        href={inLocale(locale, paths.staff('stock', id))}
        className="wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
      >
        <bdi>{localText(locale, variant.product.title, variant.product.titleZh)}</bdi>
        {' · '}
        <bdi>{localText(locale, variant.title, variant.titleZh)}</bdi>
      </Link>
      {variant.sku && <span className="block text-sm font-normal wrap-anywhere text-muted">{variant.sku}</span>}
    </span>
  );
}
