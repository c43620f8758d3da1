import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { cartedVariant, heldAt, priced } from '@/lib/catalog/published';

import { mostCartLines } from '../limits';
import { cartDigest } from '../token';

/** Why a line of a cart cannot be ordered as it is: it is sold no more, nothing of it is left, or less than is wanted. */
export type LineProblem = 'gone' | 'sold-out' | 'few';

/** The actor's cart at the prices and with the stock of now; null where there is none. */
export async function readCart({ db, actor, now }: Reading, { token }: { token: string | null }) {
  const member = memberId(actor);
  if (!member && token === null) return null;
  const seen = await db.cart.findUnique({
    where: member ? { memberId: member } : { tokenDigest: cartDigest(token!) },
    select: {
      ...{ id: true, version: true },
      lines: {
        orderBy: [{ seenAt: 'asc' }, { variantId: 'asc' }],
        take: mostCartLines,
        select: { variantId: true, quantity: true, seenAt: true },
      },
    },
  });
  return seen && { ...seen, lines: await withGoods({ db, now }, seen.lines) };
}

export type CartView = NonNullable<Awaited<ReturnType<typeof readCart>>>;
export type CartLineView = CartView['lines'][number];

type Bare = { variantId: string; quantity: number; seenAt: Date };

/** What lines of a cart are of, in their order, at the prices and with the stock of now. */
export async function withGoods({ db, now }: Pick<Reading, 'db' | 'now'>, lines: Bare[]) {
  if (lines.length === 0) return [];
  const ids = lines.map(({ variantId }) => variantId);
  const since = new Date(Math.min(...lines.map(({ seenAt }) => seenAt.getTime())));
  const [variants, stock] = [
    await db.variant.findMany({ where: { id: { in: ids } }, select: cartedVariant(now, since) }),
    await db.$queryRaw<{ variantId: string; units: number; inShop: boolean }[]>`
      SELECT s."variantId", s."units", s."inShop" FROM stock.open_variant s WHERE s."variantId" = ANY (${ids}::uuid[])`,
  ];
  const byId = new Map(variants.map((variant) => [variant.id, variant]));
  const open = new Map(stock.map((each) => [each.variantId, each]));
  return lines.flatMap(({ variantId, quantity, seenAt }) => {
    const variant = byId.get(variantId);
    if (!variant) return [];
    const { retiredAt, prices, ...rest } = variant;
    const goods = priced({ ...rest, prices: heldAt(prices, now) });
    const then = heldAt(prices, seenAt).find(({ currency }) => currency === variant.currency);
    const sold = retiredAt === null && goods.product.status === 'ACTIVE' && (open.get(variantId)?.inShop ?? false);
    const units = sold ? (open.get(variantId)?.units ?? 0) : 0;
    // What a piece cost when the line was seen last, where that was another price.
    const wasMinor = then && then.amountMinor !== goods.priceMinor ? then.amountMinor : null;
    return [{ variantId, quantity, goods, open: units, wasMinor, problem: problemOf(sold, units, quantity) }];
  });
}

function problemOf(sold: boolean, units: number, quantity: number): LineProblem | null {
  if (!sold) return 'gone';
  if (units === 0) return 'sold-out';
  return units < quantity ? 'few' : null;
}
