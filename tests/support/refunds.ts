import { expect } from 'vitest';

import { db } from '@/lib/core/db';
import { receiveWebhook } from '@/lib/flows/orders/receive-webhook';
import {
  GatewayRefused,
  paymentProvider,
  replaceProvider,
  type Returns,
  type RefundStatus,
} from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makeOrder, runJobs, type Ordered } from './order-factories';

export const demo = paymentProvider('demo');

export const parcel = { carrier: 'Post', tracking: 'T1' };

export const numberOf = ({ placed }: Ordered) => ({ number: placed.number });

export const alertsOf = ({ placed }: Ordered) =>
  db.orderAlert
    .findMany({ where: { order: { number: placed.number }, closedAt: null }, select: { kind: true } })
    .then((rows) => rows.map(({ kind }) => kind));

export const mailsOf = ({ buyer }: Ordered, kind: string) => db.mail.count({ where: { memberId: buyer.id, kind } });

export const paymentsOf = ({ placed }: Ordered) =>
  db.payment.findMany({ where: { order: { number: placed.number } }, orderBy: { createdAt: 'asc' } });

export async function paidOrder(): Promise<Ordered> {
  const ordered = await makeOrder();
  await payDemo(ordered.sessionId, 'success');
  await runJobs();
  return ordered;
}

/** The gateway answers every refund so, and lists what it is given. */
export function gatewaySays(status: RefundStatus | 'refuses', returns?: () => Returns): void {
  replaceProvider('demo', {
    ...demo,
    refund: async ({ refundId }) => {
      if (status === 'refuses') throw new GatewayRefused('no');
      return { id: `re_${refundId}`, status };
    },
    getReturns: async (paymentRef) => returns?.() ?? demo.getReturns(paymentRef),
  });
}

/** A webhook tells of refunds or disputes that were made at the gateway itself, and the gateway lists them. */
export async function gatewayReports(ordered: Ordered, more: Partial<Returns>): Promise<void> {
  const [{ id: paymentId, paymentRef } = { id: '', paymentRef: '' }] = await paymentsOf(ordered);
  replaceProvider('demo', {
    ...demo,
    getReturns: async () => ({ paymentId, refunds: [], disputes: [], ...more }),
    verifyWebhook: () => ({
      eventId: `evt_${paymentId}${Math.random()}`,
      type: 'refund.updated',
      status: null,
      session: null,
      returnsOf: paymentRef,
    }),
  });
  expect(await receiveWebhook('demo', '{}', new Headers())).toBe(true);
  await runJobs();
}
