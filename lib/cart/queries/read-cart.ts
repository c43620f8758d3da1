import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { cartedVariant, heldAt, priced } from '@/lib/catalog/published';

import { mostCartLines } from '../limits';
import { cartDigest } from '../token';

/** Why a line of a cart cannot be ordered as it is: it is sold no more, nothing of it is left, or less than is wanted. */
export type LineProblem = 'gone' | 'sold-out' | 'few';

/** `cardId` is the gift card whose code was typed; `had` names discounts that its buyer is known to have had. */
type CartHead = { id: string; version: number; code: string | null; cardId: string | null; had: string[] };
export type CartLineView = Awaited<ReturnType<typeof listLines>>[number]['line'];
export type CartView = CartHead & { lines: CartLineView[] };

/** The actor's cart at the prices and with the stock of now; null where there is none. */
export async function readCart(
  { db, actor, now }: Reading,
  { token }: { token: string | null },
): Promise<CartView | null> {
  const member = memberId(actor);
  const owner = member ? { memberId: member } : token === null ? null : { token };
  return owner && (await readCarts({ db, now }, [owner]))[0]!;
}

/** The same for the carts of several members and guests; null for each who has none. */
export async function readCarts(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  owners: readonly ({ memberId: string } | { token: string })[],
): Promise<(CartView | null)[]> {
  const keys = owners.map((owner) => ('memberId' in owner ? owner.memberId : cartDigest(owner.token)));
  const memberIds = owners.flatMap((owner) => ('memberId' in owner ? [owner.memberId] : []));
  const digests = owners.flatMap((owner) => ('token' in owner ? [cartDigest(owner.token)] : []));
  const carts = await db.cart.findMany({
    where: { OR: [{ memberId: { in: memberIds } }, { tokenDigest: { in: digests } }] },
    take: owners.length,
    select: { id: true, version: true, code: true, cardId: true, had: true, memberId: true, tokenDigest: true },
  });
  const lines = await listLines({ db, now }, { cartIds: carts.map(({ id }) => id) });
  return keys.map((key) => {
    const cart = carts.find(({ memberId: member, tokenDigest }) => key === member || key === tokenDigest);
    if (!cart) return null;
    const { id, version, code, cardId, had } = cart;
    return {
      id,
      version,
      code,
      cardId,
      had,
      lines: lines.filter(({ cartId }) => cartId === id).map(({ line }) => line),
    };
  });
}

// The lines of carts, in the order of each, at the prices and with the stock of now.
async function listLines({ db, now }: Pick<Reading, 'db' | 'now'>, { cartIds }: { cartIds: readonly string[] }) {
  if (cartIds.length === 0) return [];
  const of = { cartId: { in: [...cartIds] } };
  const first = await db.cartLine.aggregate({ where: of, _min: { seenAt: true } });
  if (!first._min.seenAt) return [];
  const lines = await db.cartLine.findMany({
    where: of,
    orderBy: [{ seenAt: 'asc' }, { variantId: 'asc' }],
    take: mostCartLines * cartIds.length,
    select: {
      ...{ cartId: true, variantId: true, quantity: true, seenAt: true },
      variant: { select: cartedVariant(now, first._min.seenAt) },
    },
  });
  const stock = await db.$queryRaw<{ variantId: string; units: number; inShop: boolean }[]>`
    SELECT s."variantId", s."units", s."inShop" FROM stock.open_variant s WHERE s."variantId" = ANY (${lines.map(({ variantId }) => variantId)}::uuid[])`;
  const open = new Map(stock.map((each) => [each.variantId, each]));
  return lines.map(({ cartId, variantId, quantity, seenAt, variant: { retiredAt, prices, ...variant } }) => {
    const goods = priced({ ...variant, prices: heldAt(prices, now) });
    const then = heldAt(prices, seenAt).find(({ currency }) => currency === variant.currency);
    const sold = retiredAt === null && goods.product.status === 'ACTIVE' && (open.get(variantId)?.inShop ?? false);
    const units = sold ? (open.get(variantId)?.units ?? 0) : 0;
    // What a piece cost when the line was seen last, where that was another price.
    const wasMinor = then && then.amountMinor !== goods.priceMinor ? then.amountMinor : null;
    const problem = problemOf(sold, units, quantity);
    return { cartId, line: { variantId, quantity, goods, open: units, wasMinor, problem } };
  });
}

function problemOf(sold: boolean, units: number, quantity: number): LineProblem | null {
  if (!sold) return 'gone';
  if (units === 0) return 'sold-out';
  return units < quantity ? 'few' : null;
}
