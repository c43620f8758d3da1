import { db } from '@/lib/core/db';
import { readableCode } from '@/lib/core/ids';
import type { DemoSession } from '@/lib/core/prisma-client/client';
import { clock } from '@/lib/core/time';

import { GatewayRefused, type NewSession, type PaymentProvider, type Session } from '../provider';
import { refundDemo } from './demo-refund';
import { expireDemo } from './demo-sessions';
import { openNotice } from './demo-notice';

/** The built-in gateway: no money, but the same promises as a real one, with books of its own. */
export function demoProvider(): PaymentProvider {
  return {
    name: 'demo',
    createSession,
    getSession: async (id) => asSession(await db.demoSession.findUniqueOrThrow({ where: { id } })),
    expireSession: async (id) => asSession(await expireDemo(id)),
    refund: refundDemo,
    verifyWebhook: (raw, headers) => openNotice(raw, headers.get('millet-demo-signature'), clock()),
  };
}

async function createSession(input: NewSession): Promise<Session> {
  await db.demoSession.createMany({ data: [newRow(input)], skipDuplicates: true });
  const row = await db.demoSession.findUniqueOrThrow({ where: { idempotencyKey: input.paymentId } });
  const same = row.amountMinor === input.amountMinor && row.currency === input.currency;
  if (!same) throw new GatewayRefused('The same payment was asked for with another amount');
  return asSession(row);
}

function newRow(input: NewSession): DemoSession {
  return {
    id: `ds_${readableCode(24)}`,
    idempotencyKey: input.paymentId,
    reference: input.orderNumber,
    amountMinor: input.amountMinor,
    currency: input.currency,
    description: input.description,
    email: input.email,
    locale: input.locale,
    successUrl: input.successUrl,
    cancelUrl: input.cancelUrl,
    state: 'OPEN',
    paymentRef: null,
    fingerprint: null,
    refundedMinor: 0,
    createdAt: input.startedAt,
    expiresAt: input.expiresAt,
  };
}

/** A session in the store's words; one whose time has passed is over, whether or not somebody has said so. */
export function asSession(row: DemoSession): Session {
  const over = row.state === 'EXPIRED' || (row.state === 'OPEN' && row.expiresAt <= clock());
  const status = row.state === 'PAID' ? 'paid' : over ? 'expired' : 'open';
  return {
    id: row.id,
    status,
    url: status === 'open' ? `/demo-pay/${row.id}` : null,
    paymentId: row.idempotencyKey,
    amountMinor: row.amountMinor,
    currency: row.currency,
    paymentRef: row.paymentRef,
    fingerprint: row.fingerprint,
  };
}
