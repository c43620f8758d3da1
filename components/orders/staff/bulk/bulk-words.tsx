import { errorWords, type BulkWords } from '@/components/staff/list/bulk/bulk-words';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { orderActsOnMany, orderStates, type OrderState } from '@/lib/orders/schema';
import { paths } from '@/lib/paths';

type OrderActOnMany = (typeof orderActsOnMany)[number];

const isOrderAct = (act: string): act is OrderActOnMany => orderActsOnMany.includes(act as OrderActOnMany);

// What cannot be undone.
const finals: OrderActOnMany[] = ['orders.ship', 'orders.deliver'];

const codes = ['not-found', 'done-before', 'money-moves', 'wrong-state', 'bad-line', 'line-twice'] as const;

/** How the list of orders speaks of what is done to many of them. */
export function orderBulkWords(locale: Locale): BulkWords {
  const t = translator(locale, 'orders');
  const of = (act: string) => (isOrderAct(act) ? act : 'orders.ship');
  return {
    list: 'orders',
    listTitle: t('staff.title'),
    back: t('staff.bulk.back'),
    row: t('staff.order'),
    name: (act) => (isOrderAct(act) ? t(`staff.bulk.names.${act}`) : null),
    heading: (act, count) => t(`staff.bulk.title.${of(act)}`, { count }),
    effect: (act, count) =>
      [t(`staff.bulk.effect.${of(act)}`, { count }), count > 0 && finals.includes(of(act)) && t('staff.bulk.final')]
        .filter(Boolean)
        .join(locale === 'zh' ? '' : ' '),
    begin: (act, count) => t(`staff.bulk.do.${of(act)}`, { count }),
    codes,
    preview: (code, count, numbers) => t(`staff.bulk.preview.${code as (typeof codes)[number]}`, { count, numbers }),
    refused: (code, values) => refusalWords(locale, code, values),
    cell: (number) => (
      <TextLink className="font-mono" href={inLocale(locale, paths.staff('orders', number))}>
        {number}
      </TextLink>
    ),
  };
}

function refusalWords(locale: Locale, code: string, values: unknown): string {
  const t = translator(locale, 'orders');
  const { state } = (values ?? {}) as { state?: OrderState };
  if (code === 'order-moved-on' && state && orderStates.includes(state))
    return t('staff.bulk.refused.order-moved-on', { state: t(`states.${state}`) });
  if (code === 'not-found') return t('staff.bulk.refused.not-found');
  return errorWords(locale, code, values);
}
