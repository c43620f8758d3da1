import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { LabelChoice } from '@/lib/flows/orders/label-choices';
import type { StaffOrder } from '@/lib/orders/staff-queries';
import { paths } from '@/lib/paths';

import type { OpenLabel } from './label-forms';

/** Where the PDF of a label is. */
export const labelPath = (locale: Locale, number: string, id: string): string =>
  inLocale(locale, paths.staff('orders', number, 'label', id));

/** The label that waits with an order, and those that it can have, in words. */
export function labelOf(
  order: StaffOrder,
  choices: readonly LabelChoice[],
  locale: Locale,
): { label: OpenLabel | null; choices: { value: string; label: string }[] } {
  const t = translator(locale, 'orders');
  const [open] = order.labels;
  const named = namedChoices(choices, locale);
  if (!open || open.state === 'USED' || open.state === 'CANCELLED' || open.state === 'REFUSED')
    return { label: null, choices: named };
  const { id, state, tracking, printed, carrier } = open;
  const service = printed || t('staff.label.addressOnly');
  const href = labelPath(locale, order.number, id);
  return { label: { id, state, tracking, service, choice: `${carrier}:${open.service}`, href }, choices: named };
}

/** The labels that can be bought, in words. */
export function namedChoices(choices: readonly LabelChoice[], locale: Locale): { value: string; label: string }[] {
  const t = translator(locale, 'orders');
  return choices.map(({ value, title, name }) => ({
    value,
    label: title === null ? t('staff.label.addressOnly') : name[locale],
  }));
}
