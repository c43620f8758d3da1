import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { enqueue } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import { after, clock, minute, second } from '@/lib/core/time';
import { paymentProvider, type Notice } from '@/lib/outside/payments';

import { settlePayment, type Note } from './settle-payment';

/** Takes a gateway's webhook: settled at once, in one commit with the note that it came; stored for a job when that fails. False when it is not the gateway's. */
export async function takeNotice(provider: string, raw: string, headers: Pick<Headers, 'get'>, options: Options = {}): Promise<boolean> {
  const notice = paymentProvider(provider).verifyWebhook(raw, headers);
  if (!notice) return false;
  const at = options.now ?? clock();
  await settlePayment({ ...notice, provider }, options, noteOf(provider, notice, at)).catch(async (error: unknown) => {
    log.error({ err: error, provider, type: notice.type }, 'webhook not settled; a job tries again');
    await store(provider, notice, at);
    await enqueue(db, 'settleNotice', { provider, eventId: notice.eventId }, { runAt: after(at, second), key: `notice:${provider}:${notice.eventId}` });
  });
  return true;
}

/** Acts on a stored webhook, once. */
export async function settleNotice({ provider, eventId }: { provider: string; eventId: string }, options: Options = {}): Promise<void> {
  const row = await db.paymentNotice.findUnique({ where: { provider_eventId: { provider, eventId } }, select: { type: true, payload: true, receivedAt: true } });
  if (!row) return;
  const notice = { eventId, type: row.type, ...(row.payload as Pick<Notice, 'status' | 'session'>) };
  await settlePayment({ ...notice, provider }, options, noteOf(provider, notice, row.receivedAt));
}

/** Webhooks that were stored by a process that then died. */
export async function settleForgotten(now: Date): Promise<void> {
  const rows = await db.paymentNotice.findMany({
    where: { settledAt: null, receivedAt: { lt: after(now, -minute) } },
    orderBy: { receivedAt: 'asc' },
    take: 50,
    select: { provider: true, eventId: true },
  });
  for (const row of rows) await settleNotice(row, { now }).catch((error: unknown) => log.error({ err: error }, 'stored webhook not settled'));
}

// The same webhook that comes twice at once waits here for the other's commit, and then changes nothing.
function noteOf(provider: string, notice: Notice, receivedAt: Date): Note {
  return {
    begin: async ({ db: tx, now }) => (await tx.$executeRaw`
      INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt", "outcome")
      VALUES (${provider}, ${notice.eventId}, ${notice.type}, ${notice.session?.id ?? null}, ${payloadOf(notice)}::jsonb, ${receivedAt}, ${now}, 'paid')
      ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = ${now}, "outcome" = 'paid' WHERE n."settledAt" IS NULL`) === 1,
    end: async ({ db: tx }, outcome) => void (await tx.$executeRaw`
      UPDATE "PaymentNotice" SET "outcome" = ${outcome} WHERE "provider" = ${provider} AND "eventId" = ${notice.eventId}`),
  };
}

async function store(provider: string, notice: Notice, receivedAt: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "PaymentNotice" ("provider", "eventId", "type", "sessionId", "payload", "receivedAt")
    VALUES (${provider}, ${notice.eventId}, ${notice.type}, ${notice.session?.id ?? null}, ${payloadOf(notice)}::jsonb, ${receivedAt}) ON CONFLICT DO NOTHING`;
}

// Only what settling needs is kept: a gateway's own payload may hold the buyer's name and address.
function payloadOf({ status, session }: Notice): string {
  return JSON.stringify({ status, session });
}
