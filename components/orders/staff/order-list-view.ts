import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { orderList } from '@/lib/orders/list';
import { orderStates } from '@/lib/orders/schema';

import type { FilterView, ListView } from '../../staff/list/list-view';

type Drops = { id: string; title: string; titleZh: string | null }[];

/** How the list of orders, its orders, filters and columns are called. */
export function orderListWords(
  locale: Locale,
  drops: Drops,
  currencies: string[],
): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search'> {
  const t = translator(locale, 'orders');
  const filters: FilterView[] = [
    {
      name: 'state',
      label: t('staff.state'),
      kind: 'choice',
      options: orderStates.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    {
      name: 'drop',
      label: t('staff.drop'),
      kind: 'choice',
      options: drops.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) })),
    },
    { name: 'attention', label: t('staff.attention'), kind: 'on' },
    { name: 'from', label: t('staff.from'), kind: 'day' },
    { name: 'until', label: t('staff.until'), kind: 'day' },
    {
      name: 'currency',
      label: t('staff.currency'),
      kind: 'choice',
      options: currencies.map((value) => ({ value, label: value })),
    },
  ];
  const headers = {
    number: t('staff.order'),
    item: t('staff.item'),
    buyer: t('staff.buyer'),
    state: t('staff.state'),
    date: t('staff.date'),
    total: t('staff.total'),
    drop: t('staff.drop'),
    country: t('staff.country'),
  };
  return {
    filters,
    sorts: (Object.keys(orderList.sorts) as (keyof typeof orderList.sorts)[]).map((value) => ({
      value,
      label: t(`staff.sorts.${value}`),
    })),
    columns: orderList.columns.map((value) => ({ value, label: headers[value] })),
    search: { label: t('staff.search'), hint: t('staff.searchHint') },
  };
}
