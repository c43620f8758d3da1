import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

import { applyDiscounts, goodsFor, type Given } from '../choices/apply';
import type { CodeState } from '../choices/code-state';
import { listRules, type LiveRule } from './rules';

type Line = { quantity: number; goods: { priceMinor: number; product: { id: string } } };
type Cart = {
  code: string | null;
  lines: readonly Line[];
  currency: string;
  /** Discounts that its buyer is known to have had. */
  had: readonly string[];
};
export type CartDiscounts = {
  given: Given<LiveRule>[];
  /** What came of the code that was typed; null without one. */
  code: CodeState | null;
};

/** What discounts take off the cart of who asks now, and what came of its code. Drops have none: their units never lie in a cart. */
export async function discountCart({ db, actor, now }: Reading, cart: Cart): Promise<CartDiscounts> {
  return (await discountCarts({ db, now }, [{ ...cart, buyer: memberId(actor) }]))[0]!;
}

/** The same for several carts, each of a member or of nobody who is known. */
export async function discountCarts(
  read: Pick<Reading, 'db' | 'now'>,
  carts: readonly (Cart & { buyer: string | null })[],
): Promise<CartDiscounts[]> {
  if (carts.length === 0) return [];
  const rules = await listRules(read, carts);
  return carts.map((cart, at) => discountBy(rules[at]!, cart));
}

function discountBy(rules: readonly LiveRule[], { code, lines, currency }: Cart): CartDiscounts {
  const priced = lines.map(({ quantity, goods }) => ({
    ...{ productId: goods.product.id, quantity, priceMinor: goods.priceMinor },
  }));
  const given = applyDiscounts(
    priced,
    rules.filter((rule) => rule.live && !rule.spent && rule.currency === currency),
  );
  return {
    given,
    code:
      code === null
        ? null
        : stateOf(
            rules.find((each) => each.code === code),
            priced,
            { given, currency },
          ),
  };
}

function stateOf(
  rule: LiveRule | undefined,
  lines: Parameters<typeof goodsFor>[0],
  { given, currency }: { given: readonly Given<LiveRule>[]; currency: string },
): CodeState {
  if (!rule?.live) return { state: 'gone' };
  if (rule.spent) return { state: 'spent' };
  if (rule.currency !== currency) return { state: 'not-for' };
  if (given.some((each) => each.rule.id === rule.id)) return { state: 'given' };
  const { minor, pieces } = goodsFor(lines, rule);
  if (pieces === 0) return { state: 'not-for' };
  if (minor < (rule.leastMinor ?? 0)) return { state: 'least', leastMinor: rule.leastMinor! };
  const leastPieces = Math.max(rule.leastPieces ?? 0, (rule.buyPieces ?? 0) + (rule.getPieces ?? 0));
  return pieces < leastPieces ? { state: 'pieces', leastPieces } : { state: 'beaten' };
}

/** A discount as a bill says it. */
export const asBillDiscount = ({ rule: { title, titleZh, kind }, amountMinor }: Given<LiveRule>) => ({
  ...{ title, titleZh, amountMinor, ofShipping: kind === 'SHIPPING' },
});
