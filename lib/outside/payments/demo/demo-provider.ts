import { db } from '@/lib/core/db';
import { batched, coalesceNext } from '@/lib/core/batching';
import { readableCode } from '@/lib/core/ids';
import { withAmounts } from '@/lib/core/money';
import type { DemoSession } from './demo-session';
import { clock } from '@/lib/core/time';

import { GatewayRefused, type NewSession, type PaymentProvider, type Session } from '../provider';
import { refundDemo, returnsOfDemo } from './demo-refund';
import { expireDemo } from './demo-sessions';
import { openNotice } from './demo-notice';

/** The built-in gateway: no money, but the same promises as a real one, with books of its own. */
export function demoProvider(): PaymentProvider {
  return {
    name: 'demo',
    createSession,
    getSession,
    expireSession: async (id) => (await expireDemo(id), getSession(id)),
    refund: refundDemo,
    getReturns: returnsOfDemo,
    verifyWebhook: (raw, headers) => openNotice(raw, headers.get('millet-demo-signature'), clock()),
  };
}

async function getSession(id: string): Promise<Session> {
  const row = await db.demoSession.findUnique({ where: { id } });
  if (!row) throw new GatewayRefused('There is no such session');
  return asSession(row);
}

async function createSession(input: NewSession): Promise<Session> {
  const row = await insertOnce(input);
  const same = row.amountMinor === input.amountMinor && row.currency === input.currency;
  if (!same) throw new GatewayRefused('The same payment was asked for with another amount');
  return asSession(row);
}

// A payment that is asked for again finds the session that it has; those asked for at one moment are written together.
const insertOnce = batched(async (inputs: NewSession[]): Promise<DemoSession[]> => {
  const each = [
    ...new Map(inputs.map((input) => [input.paymentId, { ...input, id: `ds_${readableCode(24)}` }])).values(),
  ];
  const rows = await db.$queryRaw<DemoSession[]>`
    INSERT INTO "DemoSession" ("id", "idempotencyKey", "reference", "amountMinor", "currency", "description", "email", "locale", "successUrl", "cancelUrl", "createdAt", "expiresAt")
    SELECT "id", "paymentId", "orderNumber", "amountMinor", "currency", "description", "email", "locale", "successUrl", "cancelUrl", "startedAt", "expiresAt"
    FROM jsonb_to_recordset(${JSON.stringify(each)}::jsonb) AS asked("id" text, "paymentId" text, "orderNumber" text, "amountMinor" bigint, "currency" text, "description" text,
      "email" text, "locale" text, "successUrl" text, "cancelUrl" text, "startedAt" timestamptz, "expiresAt" timestamptz)
    ON CONFLICT ("idempotencyKey") DO UPDATE SET "idempotencyKey" = EXCLUDED."idempotencyKey" RETURNING *`;
  const made = new Map(withAmounts(rows).map((row) => [row.idempotencyKey, row]));
  return inputs.map(({ paymentId }) => made.get(paymentId)!);
}, coalesceNext);

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
