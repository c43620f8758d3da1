import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import type { Column } from '@/components/ui/table';
import type { StaffProduct } from '@/lib/catalog/queries/staff-products';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

const tones = { DRAFT: 'straw', ACTIVE: 'positive', ARCHIVED: 'neutral' } as const;

/** What staff see of a product in the list, column by column. */
export function productColumns(locale: Locale, home: string): Column<StaffProduct>[] {
  const t = translator(locale, 'catalog');
  return [
    { key: 'product', header: t('edit.product'), lead: true, cell: (row) => <Name row={row} locale={locale} /> },
    {
      key: 'status',
      header: t('edit.status'),
      cell: ({ status, publishAt }) =>
        publishAt ? (
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone="info">{t('edit.states.SCHEDULED')}</Badge>
            <DateTime at={publishAt.toISOString()} locale={locale} format="moment" />
          </span>
        ) : (
          <Badge tone={tones[status]}>{t(`edit.states.${status}`)}</Badge>
        ),
    },
    { key: 'variants', header: t('edit.variants'), align: 'end', cell: ({ variants }) => variants.length },
    { key: 'price', header: t('price'), align: 'end', cell: (row) => <Price row={row} locale={locale} home={home} /> },
    {
      key: 'made',
      header: t('edit.made'),
      cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
      className: 'whitespace-nowrap',
    },
    {
      key: 'changed',
      header: t('edit.changed'),
      cell: ({ updatedAt }) => <DateTime at={updatedAt} locale={locale} />,
      className: 'whitespace-nowrap',
    },
    { key: 'handle', header: t('edit.handle'), cell: ({ handle }) => <bdi className="wrap-anywhere">{handle}</bdi> },
    { key: 'kind', header: t('edit.type'), cell: ({ type }) => <bdi>{type}</bdi> },
  ];
}

function Name({ row, locale }: { row: StaffProduct; locale: Locale }) {
  const skus = row.variants.flatMap(({ sku }) => sku ?? []);
  return (
    <span className="flex min-w-0 items-center gap-3">
      {row.images[0]?.path ? (
        <img
          src={row.images[0].path}
          alt=""
          width={48}
          height={48}
          loading="lazy"
          className="size-12 shrink-0 rounded-md border border-line bg-sunken object-contain"
        />
      ) : (
        <span aria-hidden className="size-12 shrink-0 rounded-md border border-dashed border-line-strong" />
      )}
      <span className="min-w-0">
        <Link
          href={inLocale(locale, paths.staff('products', row.id))}
          className="wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
        >
          <bdi>{localText(locale, row.title, row.titleZh)}</bdi>
        </Link>
        {skus.length > 0 && (
          <span className="block text-sm font-normal wrap-anywhere text-muted">{skus.slice(0, 3).join(', ')}</span>
        )}
      </span>
    </span>
  );
}

function Price({ row: { variants }, locale, home }: { row: StaffProduct; locale: Locale; home: string }) {
  const lowest = variants.toSorted((a, b) => a.priceMinor - b.priceMinor)[0];
  return lowest ? <Money amount={lowest.priceMinor} currency={lowest.currency} locale={locale} home={home} /> : '–';
}
