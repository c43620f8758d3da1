import type { OrderState } from '@/lib/orders/schema';

/** What staff read before they give an order's money back: where its goods go, or that they are with the buyer; a part moves none of them. */
export function refundWords(state: OrderState, isOfDrop: boolean, isPart: boolean) {
  if (isPart) return 'refundPartBody';
  if (state !== 'PAID') return 'refundSentBody';
  return isOfDrop ? 'refundBody' : 'refundShopBody';
}
