import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';
import { paths } from '@/lib/paths';
import { unitList, unitStates } from '@/lib/units/list';
import type { UnitRow } from '@/lib/units/queries/list-units';

import type { ListView } from '../../staff/list/list-view';

const tones: Partial<Record<UnitEventKind, Tone>> = {
  OWNED: 'positive',
  TRANSFERRED: 'positive',
  LOST: 'danger',
  RECALLED: 'danger',
  RETURNED: 'warning',
  REFUNDED: 'warning',
  IN_REPAIR: 'warning',
  REPAIRED: 'info',
  SHIPPED: 'info',
};

/** How the list of devices, its orders, filters and columns are called. */
export function unitListWords(locale: Locale): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search'> {
  const t = translator(locale, 'units');
  return {
    filters: [
      {
        ...{ name: 'state', label: t('columns.state'), kind: 'choice' },
        options: unitStates.map((value) => ({ value, label: t(`kinds.${value}`) })),
      },
      { name: 'product', label: t('columns.product'), kind: 'kept' },
    ],
    sorts: (['newest', 'oldest'] as const).map((value) => ({ value, label: t(`sorts.${value}`) })),
    columns: unitList.columns.map((value) => ({ value, label: t(`columns.${value}`) })),
    search: { label: t('find'), hint: t('search') },
  };
}

/** What staff see of a device in the list, column by column. */
export function unitColumns(locale: Locale): Column<UnitRow>[] {
  const t = translator(locale, 'units');
  return [
    {
      ...{ key: 'serial', header: t('columns.serial'), lead: true },
      cell: ({ id, serial }) => (
        <Link
          href={inLocale(locale, paths.staff('units', id))}
          className="font-mono wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
        >
          <bdi>{serial}</bdi>
        </Link>
      ),
    },
    {
      ...{ key: 'product', header: t('columns.product') },
      cell: ({ variant: { product, ...variant } }) => (
        <bdi>
          {localText(locale, product.title, product.titleZh)} · {localText(locale, variant.title, variant.titleZh)}
        </bdi>
      ),
    },
    {
      ...{ key: 'state', header: t('columns.state') },
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`kinds.${state}`)}</Badge>,
    },
    {
      ...{ key: 'since', header: t('columns.since'), className: 'whitespace-nowrap' },
      cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
    },
  ];
}
