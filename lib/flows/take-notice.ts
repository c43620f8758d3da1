import { system } from '@/lib/core/actor';
import { inRawTransaction, type Ctx, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { enqueue } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import type { Raw } from '@/lib/core/raw';
import { after, clock, minute, second } from '@/lib/core/time';
import { paymentProvider, type Notice } from '@/lib/outside/payments';

import { settle, withFingerprint, type Settled } from './settle-payment';

/** Takes a gateway's webhook: stored first, settled at once, and by a job when that fails. False when it is not the gateway's. */
export async function takeNotice(provider: string, raw: string, headers: Pick<Headers, 'get'>, options: Options = {}): Promise<boolean> {
  const notice = paymentProvider(provider).verifyWebhook(raw, headers);
  if (!notice) return false;
  const at = options.now ?? clock();
  await store(provider, notice, at);
  await settleNotice({ provider, eventId: notice.eventId }, options).catch(async (error: unknown) => {
    log.error({ err: error, provider, type: notice.type }, 'webhook not settled; a job tries again');
    await enqueue(db, 'settleNotice', { provider, eventId: notice.eventId }, { runAt: after(at, second), key: `notice:${provider}:${notice.eventId}` });
  });
  return true;
}

/** Acts on a stored webhook, once. */
export async function settleNotice({ provider, eventId }: { provider: string; eventId: string }, options: Options = {}): Promise<void> {
  const fingerprint = await fingerprintFor(provider, eventId);
  await inRawTransaction(system, (ctx) => settleStored(ctx, provider, eventId, fingerprint), options);
}

// Network, so before the transaction; only for a gateway whose webhooks do not tell the card's mark.
async function fingerprintFor(provider: string, eventId: string): Promise<string | null | undefined> {
  if (!paymentProvider(provider).fingerprint) return undefined;
  const row = await db.paymentNotice.findUnique({ where: { provider_eventId: { provider, eventId } }, select: { payload: true } });
  const { status, session } = (row?.payload ?? {}) as Partial<Pick<Notice, 'status' | 'session'>>;
  return status === 'paid' && session ? (await withFingerprint(provider, session)).fingerprint : undefined;
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

// Only what settling needs is kept: a gateway's own payload may hold the buyer's name and address.
async function store(provider: string, { eventId, type, status, session }: Notice, receivedAt: Date): Promise<void> {
  const payload = JSON.stringify({ status, session });
  await db.$executeRaw`
    INSERT INTO "PaymentNotice" ("provider", "eventId", "type", "sessionId", "payload", "receivedAt")
    VALUES (${provider}, ${eventId}, ${type}, ${session?.id ?? null}, ${payload}::jsonb, ${receivedAt}) ON CONFLICT DO NOTHING`;
}

async function settleStored(ctx: Ctx<Raw>, provider: string, eventId: string, fingerprint: string | null | undefined): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ payload: Pick<Notice, 'status' | 'session'> }[]>`
    SELECT "payload" FROM "PaymentNotice" WHERE "provider" = ${provider} AND "eventId" = ${eventId} AND "settledAt" IS NULL FOR UPDATE`;
  if (!row) return;
  const { status, session } = row.payload;
  const outcome: Settled = session ? await settle(ctx, { provider, status, session: fingerprint === undefined ? session : { ...session, fingerprint } }) : 'nothing';
  await ctx.db.$executeRaw`UPDATE "PaymentNotice" SET "settledAt" = ${ctx.now}, "outcome" = ${outcome} WHERE "provider" = ${provider} AND "eventId" = ${eventId}`;
}
