import { memberId, system, type Actor } from '@/lib/core/actor';
import { inRawTransaction, reading, type Ctx, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { allow, found, notFound, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { keepAddressOf } from '@/lib/orders/keep-address-of';
import { limits } from '@/lib/orders/limits';
import type { Raw } from '@/lib/core/raw';
import { clock } from '@/lib/core/time';
import { holdForCheckout, type HeldClaim } from '@/lib/drops/queries/hold-for-checkout';
import { readMarket } from '@/lib/core/current-market';
import type { StoredMarket } from '@/lib/core/market';
import { typedAddressWords } from '@/lib/orders/address-words';
import { beginPayment, changeAddress, writeOrders } from '@/lib/orders/commands';
import { goesElsewhere } from '@/lib/orders/commands/change-address';
import { canCheckOut } from '@/lib/orders/policy';
import { changeCompany, companyOf, isOtherCompany } from '@/lib/orders/company';
import { lockCartOrder } from '@/lib/orders/cart-orders';
import { isTotal } from '@/lib/orders/priced';
import { listOpenPayments } from '@/lib/orders/payment-queries';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { getLiveOrder, requireOwn } from '@/lib/orders/queries';
import type { PlaceOrder } from '@/lib/orders/schema';

import { closePayment } from './ask-gateway';
import { openPage } from './open-page';
import { orderOf, placeBatched, type Written } from './place-batched';

export type Placed = { number: string; payUrl: string | null };

/**
 * Orders a held unit and opens its payment page. A second try answers the same order and payment; with another address it
 * sends the unpaid order there, at that country's price, and opens a new payment page where the old one names another total.
 */
export async function placeOrder(actor: Actor, input: PlaceOrder, options: Options = {}): Promise<Placed> {
  const { number, paymentId } =
    (await placeBatched(actor, input, options)) ?? (await placeSingly(actor, input, options));
  await keepAddressOf(actor, input, options);
  return { number, payUrl: paymentId ? await openPage(paymentId, options) : null };
}

/** Opens the payment page of the order that its buyer asks for again, or of a new payment where the last one failed. */
export async function resumePayment(actor: Actor, asked: AskedOrder, options: Options = {}): Promise<Placed> {
  const { number, claimId } = await requireOwn({ db, actor }, asked);
  const paymentId = await inRawTransaction(
    asked.key === undefined ? actor : system,
    (ctx) => (claimId ? repeatedOrder(ctx, { number, claimId }) : repeatedCartOrder(ctx, number)),
    options,
  );
  return { number, payUrl: paymentId ? await openPage(paymentId, options) : null };
}

// The single-row path. The rate limit is spent in a commit of its own, so that a refused order does not give the try back.
// The market is read anew, since the one in memory may be seconds older than the page that the buyer read.
// A payment page with another total is closed at the gateway first: network, so between two transactions.
async function placeSingly(actor: Actor, input: PlaceOrder, options: Options): Promise<Written> {
  const buyer = memberId(actor) ?? '';
  allow(buyer !== '', 'signed-out');
  await spend(db, limits.checkout, buyer, options.now ?? clock());
  for (let round = 0; round < 3; round += 1) {
    const market = await readMarket();
    const written = await inRawTransaction(actor, (ctx) => createOrder(ctx, buyer, input, market), options);
    if (!('close' in written)) return written;
    for (const { id } of await listOpenPayments(reading(actor, options.now), { claimId: written.close }))
      await closePayment(id, options);
  }
  throw new Refused('payment-running', 'The gateway is still taking money for it');
}

async function createOrder(
  ctx: Ctx<Raw>,
  buyer: string,
  input: PlaceOrder,
  market: StoredMarket,
): Promise<Written | { close: string }> {
  const { claimId } = input;
  const claim = found(await holdForCheckout(ctx, { claimId, address: typedAddressWords(input) }));
  if (claim.memberId !== buyer) throw notFound();
  const known = await getLiveOrder(ctx, { claimId });
  const { held, address, shown } = orderOf(
    known ? { ...claim, addressUsed: claim.addressUsed && known.state === 'PENDING' } : claim,
    buyer,
    input,
  );
  if (known?.state === 'PENDING') {
    // Whoever read another total than the order's is asked for the one of now, or hears what it is.
    const stays = !goesElsewhere(known, address) && (!shown || isTotal(shown, known));
    const bill = stays ? known : await changeAddress(ctx, { order: known, held, address, market, shown });
    if (bill === false) return { close: claimId };
    if (isOtherCompany(known, input)) await changeCompany(ctx, { orderId: known.id, company: companyOf(input) });
    return { number: known.number, paymentId: await findOpenSession(ctx, claim, { ...known, ...bill }) };
  }
  // A paid order keeps its address and its company: asking for others is refused, not ignored.
  if (known && (goesElsewhere(known, address) || isOtherCompany(known, input)))
    throw new Refused('order-moved-on', 'The order is paid');
  if (known) return { number: known.number, paymentId: null };
  return (await writeOrders(ctx, [{ ...orderOf(claim, buyer, input), market }]))[0]!;
}

type OfClaim = { number: string; claimId: string };

async function repeatedOrder(ctx: Ctx<Raw>, { number, claimId }: OfClaim): Promise<string | null> {
  const claim = found(await holdForCheckout(ctx, { claimId }));
  const known = await getLiveOrder(ctx, { claimId });
  if (!known || known.number !== number) throw new Refused('hold-ended', 'The unit has gone back to the drop');
  return known.state === 'PENDING' ? findOpenSession(ctx, claim, known) : null;
}

async function repeatedCartOrder(ctx: Ctx<Raw>, number: string): Promise<string | null> {
  const order = found(await lockCartOrder(ctx, { number }));
  if (order.state !== 'PENDING') return null;
  if (order.heldUntil <= ctx.now) throw new Refused('order-moved-on', 'Its stock is held no more');
  return beginPayment(ctx, order);
}

async function findOpenSession(
  ctx: Ctx<Raw>,
  claim: HeldClaim,
  order: { id: string; totalMinor: number; creditMinor: number; currency: string },
): Promise<string> {
  if (!canCheckOut(claim, ctx.now)) throw new Refused('hold-ended', 'This unit is no longer held for you');
  return beginPayment(ctx, order);
}
