import { declareJob } from '@/lib/core/jobs';

/** Asks the gateway to give back a refund's money. */
export const runRefundJob = declareJob<{ refundId: string }>('runRefund', { priority: -5 });

/** Closes a payment session at the gateway whose order can no longer be paid. */
export const closeSessionJob = declareJob<{ paymentId: string }>('closeSession', { priority: -5 });

/** Acts on a stored webhook. */
export const applyWebhookJob = declareJob<{ provider: string; eventId: string }>('settleNotice', { priority: -10 });
