import type { OrderState } from '@/lib/orders/schema';

/** What staff read before they give an order's money back: where its goods go, or that they are with the buyer. */
export const refundWords = (state: OrderState, isOfDrop: boolean) =>
  state !== 'PAID' ? 'refundSentBody' : isOfDrop ? 'refundBody' : 'refundShopBody';
