import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { cartedVariant, priced } from '@/lib/catalog/published';

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
    select: { id: true, version: true, code: true, had: true },
  });
  return seen && { ...seen, lines: await listLines({ db, now }, { cartId: seen.id }) };
}

export type CartView = NonNullable<Awaited<ReturnType<typeof readCart>>>;
export type CartLineView = CartView['lines'][number];

/** The lines of a cart, in their order, at the prices and with the stock of now. */
export async function listLines({ db, now }: Pick<Reading, 'db' | 'now'>, { cartId }: { cartId: string }) {
  const first = await db.cartLine.aggregate({ where: { cartId }, _min: { seenAt: true } });
  if (!first._min.seenAt) return [];
  const lines = await db.cartLine.findMany({
    where: { cartId },
    orderBy: [{ seenAt: 'asc' }, { variantId: 'asc' }],
    take: mostCartLines,
    select: {
      ...{ variantId: true, quantity: true, seenAt: true },
      variant: { select: cartedVariant(now, first._min.seenAt) },
    },
  });
  const stock = await db.$queryRaw<{ variantId: string; units: number; inShop: boolean }[]>`
    SELECT s."variantId", s."units", s."inShop" FROM stock.open_variant s WHERE s."variantId" = ANY (${lines.map(({ variantId }) => variantId)}::uuid[])`;
  const open = new Map(stock.map((each) => [each.variantId, each]));
  return lines.map(({ variantId, quantity, seenAt, variant: { retiredAt, prices, ...variant } }) => {
    const goods = priced({ ...variant, prices: heldAt(prices, now) });
    const then = heldAt(prices, seenAt).find(({ currency }) => currency === variant.currency);
    const sold = retiredAt === null && goods.product.status === 'ACTIVE' && (open.get(variantId)?.inShop ?? false);
    const units = sold ? (open.get(variantId)?.units ?? 0) : 0;
    // What a piece cost when the line was seen last, where that was another price.
    const wasMinor = then && then.amountMinor !== goods.priceMinor ? then.amountMinor : null;
    return { variantId, quantity, goods, open: units, wasMinor, problem: problemOf(sold, units, quantity) };
  });
}

// Of prices in their phases those that held at a moment.
function heldAt<P extends { from: Date; until: Date | null }>(prices: P[], at: Date): P[] {
  return prices.filter(({ from, until }) => from <= at && (until === null || until > at));
}

function problemOf(sold: boolean, units: number, quantity: number): LineProblem | null {
  if (!sold) return 'gone';
  if (units === 0) return 'sold-out';
  return units < quantity ? 'few' : null;
}
