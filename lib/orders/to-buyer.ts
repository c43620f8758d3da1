import type { StoredBrand } from '@/lib/core/current-brand';
import { translator } from '@/lib/core/i18n';
import { forEachLocale, isLocale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { guestKeys } from './guest-key';
import { itemsIn } from './choices/item-words';
import type { OrderForNotice } from './order-for-notice';
import { paths } from '@/lib/paths';

type ToldOrder = Omit<OrderForNotice, 'lines'> & { lines: Parameters<typeof itemsIn>[1] };

/** The buyer of an order as a notice reaches them: a guest at the address that they gave with it, by the link that opens it; and what it says of the order. */
export function toBuyer(order: ToldOrder, { currency: home }: StoredBrand) {
  const { memberId, number, totalMinor, currency, lines } = order;
  const item = forEachLocale((locale) => itemsIn(locale, lines, translator(locale, 'orders')));
  const total = forEachLocale((locale) => formatMoney(totalMinor, currency, locale, home));
  return { memberId, mailbox: guestsMailbox(order), data: { number, item, total } };
}

function guestsMailbox({ id, guestEmail, shipName, locale }: ToldOrder) {
  if (guestEmail === null) return undefined;
  return {
    ...{ to: guestEmail, name: shipName, locale: isLocale(locale) ? locale : 'en' },
    path: paths.askedOrder({ key: guestKeys.make(id) }),
  };
}
