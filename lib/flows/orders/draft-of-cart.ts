import { Refused } from '@/lib/core/errors';
import type { StoredMarket } from '@/lib/core/market';
import type { CartLineView } from '@/lib/cart/queries';
import { together } from '@/lib/cart/choices/together';
import type { Given } from '@/lib/discounts/choices/apply';
import type { LiveRule } from '@/lib/discounts/queries';
import { companyOf } from '@/lib/orders/company';
import { draftCartOrder } from '@/lib/orders/commands';
import type { CartOrderDraft } from '@/lib/orders/commands/write-cart-order';
import { titleOf } from '@/lib/orders/line-title';

import type { SeenCart, Wish } from './see-carts';

/** The order that a cart is to become, at its prices and discounts. Refuses cart-changed, cart-apart, no-shipping and total-changed. */
export function draftOf(
  { input, seen }: Wish & { seen: SeenCart },
  { market, now }: { market: StoredMarket; now: Date },
): CartOrderDraft {
  const {
    cartId,
    version,
    locale,
    shown,
    shownCurrency,
    email: _,
    useCredit: _used,
    shownCredit: _shown,
    ...address
  } = input;
  const { lines, given } = seen;
  return draftCartOrder(
    {
      ...{ cart: { id: cartId, version }, goods: soldTogether(lines), discounts: given.map(asGiven) },
      ...{ address, market, locale, company: companyOf(input) },
      shown: shown === undefined ? undefined : { minor: shown, currency: shownCurrency },
      lines: lines.map(({ variantId, quantity, goods: { priceMinor, title, product } }) => ({
        ...{ variantId, quantity, priceMinor, title: titleOf(product.title, title) },
      })),
    },
    now,
  );
}

const asGiven = ({ rule: { id, title, titleZh, code, kind }, ...off }: Given<LiveRule>) => ({
  ...{ id, title, titleZh, code, ofShipping: kind === 'SHIPPING', ...off },
});

// What is short of stock is refused by who holds it, who alone knows.
function soldTogether(lines: readonly CartLineView[]) {
  if (lines.some(({ problem }) => problem === 'gone'))
    throw new Refused('cart-changed', 'Something in the cart is sold no more');
  const goods = together(lines);
  if (!goods) throw new Refused('cart-apart', 'Its lines are not priced alike');
  return goods;
}
