import { memberId, type Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { found, notFound, Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import { useOf } from '@/lib/core/limits';
import { limits } from '@/lib/orders/limits';
import { clock } from '@/lib/core/time';
import { batchedOrNull } from '@/lib/core/batch-or-each';
import { listForCheckout, type HeldClaim } from '@/lib/drops/queries/hold-for-checkout';
import { currentMarket } from '@/lib/core/current-market';
import { typedAddressWords } from '@/lib/orders/address-words';
import { companyOf } from '@/lib/orders/company';
import { writeOrders } from '@/lib/orders/commands';
import type { WriteOrder } from '@/lib/orders/commands/write-order';
import { titleOf } from '@/lib/orders/line-title';
import type { PlaceOrder } from '@/lib/orders/schema';

export type Written = { number: string; paymentId: string | null };

type Wish = { buyer: string; input: PlaceOrder };

/**
 * Batches orders of one moment into one query and one insert. Null when the order cannot be batched, or when the caller
 * gives its own time (`options.now`): nothing was written, and the caller falls back to the single-row path.
 */
export async function placeBatched(actor: Actor, input: PlaceOrder, { now }: Options): Promise<Written | null> {
  const buyer = memberId(actor);
  return buyer && !now && isUuid(input.claimId) ? placeInBatch({ buyer, input }) : null;
}

const placeInBatch = batchedOrNull(async (wishes: Wish[]): Promise<Written[]> => {
  const now = clock();
  const market = await currentMarket();
  const claims = await listForCheckout(
    { db },
    wishes.map(({ input }) => ({ claimId: input.claimId, address: typedAddressWords(input) })),
  );
  return writeOrders(
    { db, now },
    wishes.map(({ buyer, input }, at) => ({
      ...orderOf(claims[at], buyer, input),
      market,
      spent: useOf(limits.checkout, buyer, now),
    })),
  );
});

/** The order that a buyer's claim becomes; refuses with not-found, region and address-used. */
export function orderOf(
  claim: HeldClaim | undefined,
  buyer: string,
  { claimId: _, locale, shown, shownCurrency, ...address }: PlaceOrder,
): Omit<WriteOrder, 'market'> {
  const { variantTitle, productTitle, ...held } = found(claim ?? null);
  if (held.memberId !== buyer) throw notFound();
  if (held.regions.length > 0 && !held.regions.includes(address.country))
    throw new Refused('region', 'The drop does not go there', { field: 'country' });
  // Refused early, while the unit is held and another address can still be given; the payment enforces the limit.
  if (held.addressUsed) throw new Refused('address-used', 'The drop has sold one to this address', { field: 'line1' });
  return {
    held: { ...held, title: titleOf(productTitle, variantTitle) },
    address,
    shown: shown === undefined ? undefined : { minor: shown, currency: shownCurrency },
    locale,
    company: companyOf(address),
  };
}
