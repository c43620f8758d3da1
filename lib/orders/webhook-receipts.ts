import type { Ctx } from '@/lib/core/context';
import type { Db } from '@/lib/core/db';
import type { Raw } from '@/lib/core/raw';
import type { Notice, Session } from '@/lib/outside/payments';

/** What a gateway says of a payment, by webhook or when asked. */
export type PaymentReport = {
  provider: string;
  status: Notice['status'];
  session: Omit<Session, 'status' | 'url'> | null;
  returnsOf?: string | null;
};

/** The webhook that reported it. */
export type WebhookReceipt = { eventId: string; type: string; receivedAt: Date };

/** Notes a webhook as acted upon; false when it was before. The same that comes twice at once waits here for the other's commit. */
export async function recordWebhookReceipt(
  { db, now }: Ctx<Raw>,
  report: PaymentReport,
  { eventId, type, receivedAt }: WebhookReceipt,
): Promise<boolean> {
  const changed = await db.$executeRaw`
    INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt")
    VALUES (${report.provider}, ${eventId}, ${type}, ${report.session?.id ?? null}, ${JSON.stringify(receiptPayload(report))}::jsonb, ${receivedAt}, ${now})
    ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = ${now} WHERE n."settledAt" IS NULL`;
  return changed === 1;
}

/** Adds what came of it. */
export async function recordWebhookOutcome(
  { db }: Ctx<Raw>,
  { provider }: PaymentReport,
  { eventId }: WebhookReceipt,
  outcome: string,
): Promise<void> {
  await db.$executeRaw`UPDATE "PaymentNotice" SET "outcome" = ${outcome} WHERE "provider" = ${provider} AND "eventId" = ${eventId}`;
}

/** Keeps a webhook that could not be acted upon yet. */
export async function storeWebhookReceipt(
  db: Raw,
  report: PaymentReport,
  { eventId, type, receivedAt }: WebhookReceipt,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "PaymentNotice" ("provider", "eventId", "type", "sessionId", "payload", "receivedAt")
    VALUES (${report.provider}, ${eventId}, ${type}, ${report.session?.id ?? null}, ${JSON.stringify(receiptPayload(report))}::jsonb, ${receivedAt}) ON CONFLICT DO NOTHING`;
}

/** Notes a stored webhook as acted upon outside of a settlement. */
export async function closeWebhookReceipt(
  db: Raw,
  { provider, eventId, at }: { provider: string; eventId: string; at: Date },
  outcome: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "PaymentNotice" SET "settledAt" = ${at}::timestamptz, "outcome" = ${outcome} WHERE "provider" = ${provider} AND "eventId" = ${eventId} AND "settledAt" IS NULL`;
}

/** Only what settling needs is kept: a gateway's own payload may hold the buyer's name and address. */
export function receiptPayload({
  status,
  session,
  returnsOf,
}: Pick<PaymentReport, 'status' | 'session' | 'returnsOf'>) {
  return { status, session, ...(returnsOf && { returnsOf }) };
}

/** A stored webhook, with what its gateway said by it; null when there is none. */
export async function getWebhookReceipt(
  db: Db,
  { provider, eventId }: { provider: string; eventId: string },
): Promise<{ report: PaymentReport; receipt: WebhookReceipt } | null> {
  const row = await db.paymentNotice.findUnique({
    where: { provider_eventId: { provider, eventId } },
    select: { type: true, payload: true, receivedAt: true },
  });
  if (!row) return null;
  const { type, receivedAt } = row;
  const said = row.payload as Pick<Notice, 'status' | 'session' | 'returnsOf'>;
  return { report: { provider, ...said }, receipt: { eventId, type, receivedAt } };
}

/** Webhooks that were stored before a moment and not acted upon, the oldest first. */
export async function listUnsettledReceipts(
  db: Db,
  { receivedBefore, limit }: { receivedBefore: Date; limit: number },
): Promise<{ provider: string; eventId: string }[]> {
  return db.paymentNotice.findMany({
    where: { settledAt: null, receivedAt: { lt: receivedBefore } },
    orderBy: { receivedAt: 'asc' },
    take: limit,
    select: { provider: true, eventId: true },
  });
}
