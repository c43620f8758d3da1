import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { stockList } from '@/lib/stock/list';

import type { ListView } from '../../staff/list/list-view';

/** How the list of stock, its orders, filters and columns are called. */
export function stockListWords(locale: Locale): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search'> {
  const t = translator(locale, 'stock');
  return {
    filters: (['shop', 'out', 'low'] as const).map((name) => ({
      ...{ name, label: t(`filters.${name}`), kind: 'choice' as const },
      options: [{ value: 'yes', label: t('filters.yes') }],
    })),
    sorts: (['newest', 'fewest', 'most'] as const).map((value) => ({ value, label: t(`sorts.${value}`) })),
    columns: stockList.columns.map((value) => ({ value, label: t(`columns.${value}`) })),
    search: { label: t('receive.findButton'), hint: t('search') },
  };
}
