import { memberId, type Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { found, notFound, Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import { useOf } from '@/lib/core/limits';
import { limits } from '@/lib/orders/limits';
import { clock } from '@/lib/core/time';
import { batchedOrNull } from '@/lib/core/batch-or-each';
import { listForCheckout, type HeldClaim } from '@/lib/drops/queries/hold-for-checkout';
import { typedAddressWords } from '@/lib/orders/address-words';
import { writeOrders } from '@/lib/orders/commands';
import type { WriteOrder } from '@/lib/orders/commands/write-order';
import { titleOf } from '@/lib/orders/line-title';
import type { PlaceOrder } from '@/lib/orders/schema';

export type Written = { number: string; paymentId: string | null };

type Wish = { buyer: string; input: PlaceOrder };

/**
 * Orders a held unit together with all that are ordered at the same moment, by one reading and one statement. Null when
 * something about it is not plain: nothing was changed, and it wants the careful way, as does what has a moment of its own.
 */
export async function placePlainly(actor: Actor, input: PlaceOrder, { now }: Options): Promise<Written | null> {
  const buyer = memberId(actor);
  return buyer && !now && isUuid(input.claimId) ? atOnce({ buyer, input }) : null;
}

const atOnce = batchedOrNull(async (wishes: Wish[]): Promise<Written[]> => {
  const now = clock();
  const claims = await listForCheckout(
    { db },
    wishes.map(({ input }) => ({ claimId: input.claimId, address: typedAddressWords(input) })),
  );
  return writeOrders(
    { db, now },
    wishes.map(({ buyer, input }, at) => ({
      ...orderOf(claims[at], buyer, input),
      spent: useOf(limits.checkout, buyer, now),
    })),
  );
});

/** The order that a buyer's claim becomes; refuses with not-found, region and address-used. */
export function orderOf(
  claim: HeldClaim | undefined,
  buyer: string,
  { claimId: _, locale, ...address }: PlaceOrder,
): WriteOrder {
  const { variantTitle, productTitle, ...held } = found(claim ?? null);
  if (held.memberId !== buyer) throw notFound();
  if (held.regions.length > 0 && !held.regions.includes(address.country))
    throw new Refused('region', 'The drop does not go there', { field: 'country' });
  // Said while the unit is held and another address can still be given; the payment is where it is made sure of.
  if (held.addressUsed) throw new Refused('address-used', 'The drop has sold one to this address', { field: 'line1' });
  return { held: { ...held, title: titleOf(productTitle, variantTitle) }, address, locale, provider: env.PAYMENTS };
}
