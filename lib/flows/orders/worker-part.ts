import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { minute, second } from '@/lib/core/time';
import { runRefundJob, applyWebhookJob, protectOrderJob, protectPricesJob } from '@/lib/orders/jobs';
import { settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { settleDemoJob, tellStoreJob } from '@/lib/outside/payments/demo/jobs';
import { tellStore } from '@/lib/outside/payments/demo/tell-store';
import { pollPayments } from './ask-gateway';
import { followParcels } from './follow-parcels';
import { endUnpaidOrders } from './end-cart-order';
import {
  tellOfCancel,
  tellOfLateMoney,
  tellOfOveruse,
  tellOfPayment,
  tellOfPart,
  tellOfRefund,
  tellOfSecondPayment,
  tellOfShipping,
  tellOfTracking,
  tellStaff,
} from './on-order';
import { lookForProtected, protectOrder, protectPrices } from './protect-prices';
import { runRefund } from './refund-order';
import { followRefunds } from './sync-returns';
import { applyStoredWebhooks, applyWebhook } from './receive-webhook';

export const ordersFlowsWorker: WorkerPart = {
  reactions: {
    'price.began': { lookForProtected },
    'order.paid': { tellOfPayment },
    'order.paidLate': { tellOfLateMoney },
    'order.paidTwice': { tellOfSecondPayment },
    'order.alerted': { tellStaff },
    'order.overLimit': { tellOfOveruse },
    'order.cancelled': { tellOfCancel },
    'order.shipped': { tellOfShipping },
    'order.trackingChanged': { tellOfTracking },
    'order.refunded': { tellOfRefund },
    'order.refundedPartly': { tellOfPart },
  },
  jobs: [
    handle(runRefundJob, (payload) => runRefund(payload)),
    handle(protectPricesJob, (payload) => protectPrices(payload)),
    handle(protectOrderJob, (payload) => protectOrder(payload)),
    handle(applyWebhookJob, (payload) => applyWebhook(payload)),
    handle(settleDemoJob, ({ sessionId, late }) => settleDemo(sessionId, { late })),
    handle(tellStoreJob, ({ body }) => tellStore(body)),
  ],
  schedules: [
    { name: 'end-unpaid-orders', everyMs: 5 * second, run: endUnpaidOrders },
    { name: 'poll-payments', everyMs: 20 * second, run: pollPayments },
    { name: 'follow-refunds', everyMs: 5 * minute, run: followRefunds },
    { name: 'follow-parcels', everyMs: minute, run: () => followParcels() },
    { name: 'forgotten-notices', everyMs: minute, run: applyStoredWebhooks },
  ],
};
