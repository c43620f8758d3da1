import { system } from '@/lib/core/actor';
import { inRawTransaction, type Ctx } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { Refused } from '@/lib/core/errors';
import type { StoredMarket } from '@/lib/core/market';
import type { Raw } from '@/lib/core/raw';
import { emptyCarts, lockCarts } from '@/lib/cart/commands';
import { useDiscounts } from '@/lib/discounts/commands';
import type { LiveRule } from '@/lib/discounts/queries';
import { buyerOf } from '@/lib/members/commands';
import { countWaiting, lockGuests, lockOrdersOfCarts } from '@/lib/orders/cart-orders';
import { orderedBefore, writeCartOrders } from '@/lib/orders/commands';
import type { CartOrderDraft, OrderedBy } from '@/lib/orders/commands/write-cart-order';
import { guestKeys } from '@/lib/orders/guest-key';
import { mostWaiting } from '@/lib/orders/limits';
import { findOpen, holdFound } from '@/lib/stock/commands';

import { payWithCredit, spendCredits, type CreditedDraft } from './credit-of-order';
import { draftOf } from './draft-of-cart';
import { isAsShown, seeCarts, type Buyer, type Ended, type Ordered, type SeenCart, type Wish } from './see-carts';

/** A wish with its place among those of the moment, and the cart as it was seen. */
type Want = Wish & { at: number; seen: SeenCart };
type Wanted = Wish & { at: number; seen: SeenCart | null };

/**
 * Orders carts of one moment in one commit: each becomes an order that holds its stock, or is refused for itself. Null for one that must be ordered
 * alone, of which nothing was written: a second wish of one buyer, one with a discount that counts its uses, or one that credit pays a part of.
 */
export async function orderCarts(wishes: readonly Wish[], now: Date): Promise<(Ended | null)[]> {
  const [market, carts] = [await readMarket(), await seeCarts(wishes, now)];
  const ends: (Ended | null)[] = wishes.map(() => null);
  const buyers = new Set<string>();
  const wants: Wanted[] = [];
  for (const [at, wish] of wishes.entries()) {
    const seen = carts[at]!;
    const by = namesOf(wish);
    const isAlone =
      by.some((name) => buyers.has(name)) ||
      wish.input.useCredit ||
      (seen !== null && !(seen instanceof Refused) && seen.given.some(isCounted));
    if (seen instanceof Refused) ends[at] = seen;
    else if (!isAlone || wishes.length === 1) wants.push({ ...wish, at, seen });
    for (const name of by) buyers.add(name);
  }
  if (wants.length > 0) await inRawTransaction(system, (ctx) => orderAll(ctx, wants, market, ends), { now });
  return ends;
}

// One cart under two addresses is of one guest all the same.
const namesOf = ({ buyer }: Wish): string[] => ('memberId' in buyer ? [buyer.memberId] : [buyer.email, buyer.token]);

const isCounted = ({ rule }: { rule: LiveRule }): boolean => rule.mostUses !== null || rule.oncePerBuyer;

// Each step leaves those who are refused by it with their end, and goes on with the others.
async function orderAll(ctx: Ctx<Raw>, wants: Wanted[], market: StoredMarket, ends: (Ended | null)[]): Promise<void> {
  const fresh = await withoutOrdered(ctx, wants, ends);
  const few = await withFewWaiting(ctx, fresh, ends);
  const drafted = few.flatMap((want) => {
    const draft = orRefused(() => draftOf(want, { market, now: ctx.now }));
    if (draft instanceof Refused) ends[want.at] = draft;
    return draft instanceof Refused ? [] : [{ ...want, draft }];
  });
  const credited = await withCredit(ctx, drafted, ends);
  const able = await withStock(ctx, credited, ends);
  if (able.length === 0) return;
  const orders = await withBuyers(ctx, able);
  await writeCartOrders(ctx, orders);
  for (const [place, { id: orderId, memberId, guestEmail }] of orders.entries()) {
    const discounts = able[place]!.seen.given.map(({ rule }) => rule);
    await useDiscounts(ctx, { orderId, memberId, guestEmail, discounts });
  }
  for (const { id: orderId, credits } of orders) await spendCredits(ctx, { orderId, credits });
  await holdFound(
    ctx,
    able.map(({ draft: { id: orderId, heldUntil: until }, taken }) => ({ orderId, until, taken })),
  );
  await emptyCarts(
    ctx,
    able.map(({ input }) => input.cartId),
  );
  for (const { at, buyer, draft } of able) ends[at] = asOrdered(draft, buyer);
}

// Under the locks of the carts: who puts something in meanwhile waits, and finds the cart empty.
async function withoutOrdered(ctx: Ctx<Raw>, wants: Wanted[], ends: (Ended | null)[]): Promise<Want[]> {
  const carts = await lockCarts(
    ctx,
    wants.map(({ buyer }) => buyer),
  );
  // A guest's order is found by the cart of their own browser alone.
  const mayKnow = wants.filter(({ buyer, input }, place) => 'memberId' in buyer || carts[place]?.id === input.cartId);
  const known = await lockOrdersOfCarts(
    ctx,
    mayKnow.map(({ buyer, input: { cartId, version } }) => ({
      ...{ cartId, version, memberId: 'memberId' in buyer ? buyer.memberId : null },
    })),
  );
  const orderOf = new Map(mayKnow.map((want, place) => [want, known[place]!]));
  const fresh: Want[] = [];
  for (const [place, want] of wants.entries()) {
    const { at, buyer, seen } = want;
    const [order, cart] = [orderOf.get(want), carts[place]!];
    if (order)
      ends[at] = await orderedBefore(ctx, order, {
        ...want.input,
        guestEmail: 'email' in buyer ? buyer.email : null,
      }).then((found) => asOrdered({ ...order, ...found }, buyer), refusal);
    else if (
      !isAsShown(cart, want) ||
      !isAsShown(seen, want) ||
      cart.lines.length === 0 ||
      cart.lines.length !== seen.lines.length
    )
      ends[at] = new Refused('cart-changed', 'The cart is not the one that was shown');
    else fresh.push({ ...want, seen });
  }
  return fresh;
}

async function withFewWaiting(ctx: Ctx<Raw>, wants: Want[], ends: (Ended | null)[]): Promise<Want[]> {
  await lockGuests(
    ctx,
    wants.flatMap(({ buyer }) => ('email' in buyer ? [buyer.email] : [])),
  );
  const waiting = await countWaiting(
    ctx,
    wants.map(({ buyer }) => ('memberId' in buyer ? buyer : { guestEmail: buyer.email })),
  );
  const most = mostWaiting;
  return wants.filter(({ at }, place) => {
    if (waiting[place]! < most) return true;
    ends[at] = new Refused('orders-waiting', 'Other orders hold stock unpaid', { values: { most } });
    return false;
  });
}

type Drafted = Want & { draft: CreditedDraft };

// What credit pays of those who want to pay with it; the others are as they were, and cost no statement.
async function withCredit(
  ctx: Ctx<Raw>,
  drafted: (Want & { draft: CartOrderDraft })[],
  ends: (Ended | null)[],
): Promise<Drafted[]> {
  const able: Drafted[] = [];
  for (const want of drafted) {
    const draft = want.input.useCredit ? await payWithCredit(ctx, want).catch(refusal) : { ...want.draft, credits: [] };
    if (draft instanceof Refused) ends[want.at] = draft;
    else able.push({ ...want, draft });
  }
  return able;
}

async function withStock(ctx: Ctx<Raw>, drafted: Drafted[], ends: (Ended | null)[]) {
  const found = await findOpen(
    ctx,
    drafted.map(({ draft: { lines } }) =>
      lines.map(({ id: lineId, variantId, quantity: units }) => ({ lineId, variantId, units })),
    ),
  );
  return drafted.flatMap((want, place) => {
    const stock = found[place]!;
    if ('taken' in stock) return [{ ...want, taken: stock.taken }];
    ends[want.at] = new Refused('cart-short', 'Too few units are open');
    return [];
  });
}

// Guests in one order, so that two who write them never wait for each other crosswise.
async function withBuyers(ctx: Ctx<Raw>, drafted: readonly Drafted[]): Promise<(CreditedDraft & OrderedBy)[]> {
  const guests = drafted.flatMap(({ buyer, input: { name, locale } }) =>
    'email' in buyer ? [{ email: buyer.email, name, locale }] : [],
  );
  const known = new Map<string, string>();
  for (const guest of guests.toSorted((a, b) => (a.email < b.email ? -1 : 1)))
    known.set(guest.email, await buyerOf(ctx, guest));
  return drafted.map(({ buyer, draft }) =>
    'memberId' in buyer
      ? { ...draft, memberId: buyer.memberId, guestEmail: null }
      : { ...draft, memberId: known.get(buyer.email)!, guestEmail: buyer.email },
  );
}

const asOrdered = (
  { id, number, paymentId }: { id: string; number: string; paymentId: string | null },
  buyer: Buyer,
): Ordered => ({ number, paymentId, key: 'memberId' in buyer ? null : guestKeys.make(id) });

function refusal(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}

function orRefused<T>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    return refusal(error);
  }
}
