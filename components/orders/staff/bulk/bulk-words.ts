import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { orderActsOnMany, orderStates, type OrderState } from '@/lib/orders/schema';

export type OrderActOnMany = (typeof orderActsOnMany)[number];

export const isOrderAct = (act: string): act is OrderActOnMany => orderActsOnMany.includes(act as OrderActOnMany);

/** Why an order among many was refused, in words. */
export function refusalWords(locale: Locale, code: string, values: unknown): string {
  const t = translator(locale, 'orders');
  const { state } = (values ?? {}) as { state?: OrderState };
  if (code === 'order-moved-on' && state && orderStates.includes(state))
    return t('staff.bulk.refused.order-moved-on', { state: t(`states.${state}`) });
  if (code === 'not-found') return t('staff.bulk.refused.not-found');
  const errors = translator(locale, 'errors') as unknown as ((key: string, values?: object) => string) & {
    has: (key: string) => boolean;
  };
  return errors.has(code) ? errors(code, (values ?? {}) as object) : errors('failed');
}
