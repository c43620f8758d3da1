/** What of orders of the shop is paid with credit: a payment of the order and an entry of the balance, always in one commit. */
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { planCredit, sumOf, type CreditPart } from '@/lib/credit/choices/plan';
import { holdSpent, returnCredit, spendCredit } from '@/lib/credit/commands';
import { listSpendable } from '@/lib/credit/queries';
import { addCreditPayments, giveCreditBack, paidPartly } from '@/lib/orders/commands';
import type { CartOrderDraft } from '@/lib/orders/commands/write-cart-order';

import type { SeenCart, Wish } from './see-carts';

type Credit = CreditPart & { paymentId: string };

/** An order that is to be written, with what is taken of which balance for it. */
export type CreditedDraft = CartOrderDraft & { credits: Credit[] };

/**
 * An order of which credit pays as much as there is, and no more than its buyer was shown; the gateway is asked for the rest. Refuses credit-changed where
 * there is less by now than they were shown.
 */
export async function payWithCredit(
  ctx: Ctx<Raw>,
  { buyer, seen, input, draft }: Wish & { seen: SeenCart; draft: CartOrderDraft },
): Promise<CreditedDraft> {
  const of = { memberId: 'memberId' in buyer ? buyer.memberId : null, cardId: seen.cardId, currency: draft.currency };
  const balances = await listSpendable(ctx, of);
  const wanted = Math.min(draft.totalMinor, input.shownCredit ?? draft.totalMinor);
  if (input.shownCredit !== undefined && sumOf(balances) < wanted)
    throw new Refused('credit-changed', 'There is less to spend than was shown');
  const credits = planCredit(balances, wanted).map((part) => ({ ...part, paymentId: uuid7(ctx.now) }));
  return { ...paidPartly(draft, credits), credits };
}

/** Takes what was planned, in the commit of the order. Refuses credit-changed, and then nothing of it may be kept. */
export async function spendCredits(
  ctx: Ctx<Raw>,
  { orderId, credits }: { orderId: string; credits: readonly Credit[] },
): Promise<void> {
  if (!(await spendCredit(ctx, { parts: credits.map((part) => ({ ...part, orderId })) })))
    throw new Refused('credit-changed', 'A balance has less by now');
}

/** Gives back what credit paid of an order that was not bought; once, and nothing where there was none. The caller holds the order. */
export async function returnCreditOf(ctx: Ctx<Raw>, { orderId }: { orderId: string }): Promise<void> {
  const parts = await giveCreditBack(ctx, { orderId });
  await returnCredit(ctx, { parts: parts.map((part) => ({ ...part, lapsed: true })) });
}

/** Takes the credit of an order that lapsed once more, since its other money came late; false where it is spent by now. The caller holds the order. */
export async function retakeCredit(ctx: Ctx<Raw>, { orderId }: { orderId: string }): Promise<boolean> {
  const held = await holdSpent(ctx, { orderId });
  if (!held) return false;
  const parts = held.map((part) => ({ ...part, paymentId: uuid7(ctx.now) }));
  await addCreditPayments(ctx, { orderId, parts });
  await spendCredits(ctx, { orderId, credits: parts });
  return true;
}
