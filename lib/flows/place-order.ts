import { memberId, type Actor } from '@/lib/core/actor';
import { inRawTransaction, type Ctx, type Options } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { allow, found, notFound, Refused } from '@/lib/core/errors';
import { limits, spend } from '@/lib/core/limits';
import type { Raw } from '@/lib/core/raw';
import { holdForCheckout, type HeldClaim } from '@/lib/drops/queries/hold-for-checkout';
import { typedAddressWords } from '@/lib/orders/address-words';
import { beginPayment, writeOrders } from '@/lib/orders/commands';
import { canCheckOut } from '@/lib/orders/policy';
import { getLiveOrder, getOwnClaim } from '@/lib/orders/queries';
import type { PlaceOrder } from '@/lib/orders/schema';

import { openSession } from './open-session';
import { orderOf, placePlainly, type Written } from './place-plainly';

export type Placed = { number: string; payUrl: string | null };

/** Orders a held unit and opens its payment page. A second try answers the same order and payment. */
export async function placeOrder(actor: Actor, input: PlaceOrder, options: Options = {}): Promise<Placed> {
  const { number, paymentId } = (await placePlainly(actor, input, options)) ?? (await inRawTransaction(actor, (ctx) => write(ctx, input), options));
  return { number, payUrl: paymentId ? await openSession(paymentId, options) : null };
}

/** Opens the payment page of an order again, or of a new payment where the last one failed. */
export async function resumePayment(actor: Actor, { number }: { number: string }, options: Options = {}): Promise<Placed> {
  const paymentId = await inRawTransaction(actor, (ctx) => again(ctx, number), options);
  return { number, payUrl: paymentId ? await openSession(paymentId, options) : null };
}

async function write(ctx: Ctx<Raw>, input: PlaceOrder): Promise<Written> {
  const buyer = memberId(ctx.actor) ?? '';
  allow(buyer !== '', 'signed-out');
  await spend(ctx.db, limits.checkout, buyer, ctx.now);
  const { claimId } = input;
  const claim = found(await holdForCheckout(ctx, { claimId, address: typedAddressWords(input) }));
  if (claim.memberId !== buyer) throw notFound();
  const known = await getLiveOrder(ctx, { claimId });
  if (known) return { number: known.number, paymentId: known.state === 'PENDING' ? await usable(ctx, claim, known) : null };
  return (await writeOrders(ctx, [orderOf(claim, buyer, input)]))[0]!;
}

async function again(ctx: Ctx<Raw>, number: string): Promise<string | null> {
  const buyer = memberId(ctx.actor);
  if (!buyer) throw new Refused('signed-out');
  const { claimId } = found(await getOwnClaim(ctx, { number, buyer }));
  const claim = found(await holdForCheckout(ctx, { claimId }));
  const known = await getLiveOrder(ctx, { claimId });
  if (!known || known.number !== number) throw new Refused('hold-ended', 'The unit has gone back to the drop');
  return known.state === 'PENDING' ? usable(ctx, claim, known) : null;
}

async function usable(ctx: Ctx<Raw>, claim: HeldClaim, order: { id: string; totalMinor: number; currency: string }): Promise<string> {
  if (!canCheckOut(claim, ctx.now)) throw new Refused('hold-ended', 'This unit is no longer held for you');
  return beginPayment(ctx, order, env.PAYMENTS);
}
