import { declareJob } from '@/lib/core/jobs';

/** Asks the gateway to give back a refund's money. */
export const runRefundJob = declareJob<{ refundId: string }>('runRefund', { priority: -5 });

/** Looks for orders whose price is protected against one that began. */
export const protectPricesJob = declareJob<{ priceId: string; afterId: string | null }>('protectPrices');

/** Gives the difference to one price back to the buyer of an order, if it is protected against it. */
export const protectOrderJob = declareJob<{ orderId: string; priceId: string }>('protectOrder');

/** Closes a payment session at the gateway whose order can no longer be paid. */
export const closeSessionJob = declareJob<{ paymentId: string }>('closeSession', { priority: -5 });

/** Acts on a stored webhook. */
export const applyWebhookJob = declareJob<{ provider: string; eventId: string }>('settleNotice', { priority: -10 });
