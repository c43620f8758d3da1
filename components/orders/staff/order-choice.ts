import { chooseOrdersAction } from '@/app/actions/orders';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { orderActsOnMany } from '@/lib/orders/schema';
import type { StaffOrderRow } from '@/lib/orders/list-orders';

/** What may be done to many orders of the list at once. */
export function orderChoice(locale: Locale, can: { ship: boolean; export: boolean }) {
  const t = translator(locale, 'orders');
  return {
    action: chooseOrdersAction,
    acts: orderActsOnMany
      .filter((act) => (act === 'orders.pack' ? can.export : can.ship))
      .map((value) => ({ value, label: t(`staff.bulk.acts.${value}`) })),
    name: ({ number }: StaffOrderRow) => number,
  };
}
