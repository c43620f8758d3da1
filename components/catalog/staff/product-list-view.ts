import { productList, productStates } from '@/lib/catalog/list';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import type { ListView } from '../../staff/list/list-view';

/** How the list of products, its orders, filters and columns are called. */
export function productListWords(
  locale: Locale,
): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search' | 'exportNote'> {
  const t = translator(locale, 'catalog');
  const has = (name: 'drop' | 'picture') => ({
    ...{ name, label: t(`edit.has.${name}`), kind: 'choice' as const },
    options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`edit.has.${value}`) })),
  });
  const headers = {
    product: t('edit.product'),
    status: t('edit.status'),
    variants: t('edit.variants'),
    price: t('price'),
    made: t('edit.made'),
    changed: t('edit.changed'),
    handle: t('edit.handle'),
    kind: t('edit.type'),
  };
  return {
    filters: [
      {
        ...{ name: 'status', label: t('edit.status'), kind: 'choice' },
        options: productStates.map((value) => ({ value, label: t(`edit.states.${value}`) })),
      },
      has('drop'),
      has('picture'),
    ],
    sorts: (Object.keys(productList.sorts) as (keyof typeof productList.sorts)[]).map((value) => ({
      value,
      label: t(`edit.sorts.${value}`),
    })),
    columns: productList.columns.map((value) => ({ value, label: headers[value] })),
    search: { label: t('edit.find'), hint: t('edit.search') },
    exportNote: t('edit.exportNote'),
  };
}
