import { allocate } from '@/lib/core/allocate';
import { halfUp } from '@/lib/core/half-up';

/** What a discount takes off: a share or a sum of goods, the shipping, or pieces that come with others. */
export type DiscountKind = 'PERCENT' | 'AMOUNT' | 'SHIPPING' | 'BUY_GET';

/** A discount as far as it is reckoned with. Amounts are in minor units of `currency`. */
export type DiscountRule = {
  id: string;
  kind: DiscountKind;
  /** Of `PERCENT`, and of the pieces of `BUY_GET`: from 1 to 100. */
  percent: number | null;
  amountMinor: number | null;
  currency: string;
  /** Of so many pieces and so many more, the cheaper ones are taken off. */
  buyPieces: number | null;
  getPieces: number | null;
  /** The least that goods it is for have to come to, and the fewest pieces of them. */
  leastMinor: number | null;
  leastPieces: number | null;
  /** The products that it is for; null for all. */
  productIds: readonly string[] | null;
  combines: boolean;
  code: string | null;
};
export type DiscountedLine = { productId: string; quantity: number; priceMinor: number };
/** A discount that is given, with what it takes off each line. That of shipping takes nothing off goods. */
export type Given<R extends DiscountRule = DiscountRule> = { rule: R; lines: number[]; amountMinor: number };

/**
 * The discounts that goods get: the best for their buyer of one that stands alone and of all that go together, and with it those of shipping. What goes
 * together is taken off one after another: pieces, shares, then sums; no line comes to less than nothing. Of equals that with a code is taken.
 */
export function applyDiscounts<R extends DiscountRule>(
  lines: readonly DiscountedLine[],
  rules: readonly R[],
): Given<R>[] {
  const fitting = rules.filter((rule) => isFor(lines, rule));
  const goods = fitting.filter(({ kind }) => kind !== 'SHIPPING');
  const ways = [
    goods.filter(({ combines }) => combines),
    ...goods.filter(({ combines }) => !combines).map((rule) => [rule]),
  ];
  const given = ways.map((way) => inTurn(lines, way));
  const best = given.reduce((most, each) => (isBetter(each, most) ? each : most), []);
  const none = lines.map(() => 0);
  return [
    ...best,
    ...fitting
      .flatMap((rule) => (rule.kind === 'SHIPPING' ? [{ rule, lines: none, amountMinor: 0 }] : []))
      .toSorted((one, two) => Number(two.rule.code !== null) - Number(one.rule.code !== null))
      .slice(0, 1),
  ];
}

/** What goods of a discount come to, and how many pieces they are. */
export function goodsFor(lines: readonly DiscountedLine[], { productIds }: Pick<DiscountRule, 'productIds'>) {
  const own = lines.filter(({ productId }) => productIds?.includes(productId) ?? true);
  return {
    minor: own.reduce((sum, { quantity, priceMinor }) => sum + quantity * priceMinor, 0),
    pieces: own.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

function isFor(lines: readonly DiscountedLine[], rule: DiscountRule): boolean {
  const { minor, pieces } = goodsFor(lines, rule);
  return pieces > 0 && minor >= (rule.leastMinor ?? 0) && pieces >= (rule.leastPieces ?? 0);
}

const order: Record<DiscountKind, number> = { BUY_GET: 0, PERCENT: 1, AMOUNT: 2, SHIPPING: 3 };

function inTurn<R extends DiscountRule>(lines: readonly DiscountedLine[], rules: readonly R[]): Given<R>[] {
  const left = lines.map(({ quantity, priceMinor }) => quantity * priceMinor);
  return rules
    .toSorted((one, two) => order[one.kind] - order[two.kind] || one.id.localeCompare(two.id))
    .flatMap((rule) => {
      const own = lines.map(({ productId }, at) => ((rule.productIds?.includes(productId) ?? true) ? left[at]! : 0));
      const off = offOf(lines, rule, own).map((each, at) => Math.min(each, own[at]!));
      off.forEach((each, at) => (left[at] = left[at]! - each));
      const amountMinor = sumOf(off);
      return amountMinor > 0 ? [{ rule, lines: off, amountMinor }] : [];
    });
}

function offOf(lines: readonly DiscountedLine[], rule: DiscountRule, own: number[]): number[] {
  const sum = sumOf(own);
  if (rule.kind === 'BUY_GET') return freePieces(lines, rule, own);
  // Rounded once for all of it, and then shared: so lines come to what the discount says.
  const whole =
    rule.kind === 'PERCENT'
      ? halfUp(BigInt(sum) * BigInt(rule.percent ?? 0), 100n)
      : Math.min(rule.amountMinor ?? 0, sum);
  return allocate(whole, own);
}

// Of every so many pieces the cheapest ones are taken off: the buyer pays for the dearest.
function freePieces(lines: readonly DiscountedLine[], rule: DiscountRule, own: number[]): number[] {
  const [buy, get] = [rule.buyPieces ?? 0, rule.getPieces ?? 0];
  const fitting = lines.flatMap((line, at) => (own[at]! > 0 ? [{ ...line, at }] : []));
  const pieces = fitting.reduce((sum, { quantity }) => sum + quantity, 0);
  let free = buy > 0 && get > 0 ? Math.floor(pieces / (buy + get)) * get : 0;
  const off = lines.map(() => 0);
  for (const { at, quantity, priceMinor } of fitting.toSorted((a, b) => a.priceMinor - b.priceMinor || a.at - b.at)) {
    const some = Math.min(free, quantity);
    off[at] = halfUp(BigInt(some * priceMinor) * BigInt(rule.percent ?? 100), 100n);
    free -= some;
  }
  return off;
}

function isBetter(one: readonly Given[], two: readonly Given[]): boolean {
  const [first, second] = [
    sumOf(one.map(({ amountMinor }) => amountMinor)),
    sumOf(two.map(({ amountMinor }) => amountMinor)),
  ];
  if (first !== second) return first > second;
  return one.some(({ rule }) => rule.code !== null) && !two.some(({ rule }) => rule.code !== null);
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);
