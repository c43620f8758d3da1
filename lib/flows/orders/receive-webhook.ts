import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { enqueue } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import { after, clock, minute, second } from '@/lib/core/time';
import { paymentProvider } from '@/lib/outside/payments';

import {
  closeWebhookReceipt,
  getWebhookReceipt,
  listUnsettledReceipts,
  storeWebhookReceipt,
  type PaymentReport,
  type WebhookReceipt,
} from '@/lib/orders/webhook-receipts';
import { settlePayment } from './settle-payment';
import { syncReturns } from './sync-returns';
import { applyWebhookJob } from '@/lib/orders/jobs';

/** Receives a gateway's webhook: applied at once, in one commit with its receipt; stored for a job when that fails. False when its signature is wrong. */
export async function receiveWebhook(
  provider: string,
  raw: string,
  headers: Pick<Headers, 'get'>,
  options: Options = {},
): Promise<boolean> {
  const webhook = paymentProvider(provider).verifyWebhook(raw, headers);
  if (!webhook) return false;
  const at = options.now ?? clock();
  const report = { ...webhook, provider };
  const receipt = { eventId: webhook.eventId, type: webhook.type, receivedAt: at };
  if (webhook.returnsOf) await leaveToJob(report, receipt, at);
  else
    await settlePayment(report, options, receipt).catch(async (error: unknown) => {
      log.error({ err: error, provider, type: webhook.type }, 'webhook not settled; a job tries again');
      await leaveToJob(report, receipt, after(at, second));
    });
  return true;
}

async function leaveToJob(report: PaymentReport, receipt: WebhookReceipt, runAt: Date): Promise<void> {
  const { provider } = report;
  await storeWebhookReceipt(db, report, receipt);
  await enqueue(
    db,
    applyWebhookJob,
    { provider, eventId: receipt.eventId },
    { runAt, key: `notice:${provider}:${receipt.eventId}` },
  );
}

/** Applies a stored webhook, once. */
export async function applyWebhook(
  { provider, eventId }: { provider: string; eventId: string },
  options: Options = {},
): Promise<void> {
  const stored = await getWebhookReceipt(db, { provider, eventId });
  if (!stored) return;
  const { report, receipt } = stored;
  const { returnsOf } = report;
  if (returnsOf) {
    const outcome = await syncReturns({ provider, paymentRef: returnsOf }, options);
    return closeWebhookReceipt(db, { provider, eventId, at: options.now ?? clock() }, outcome);
  }
  await settlePayment(report, options, receipt);
}

/** Applies webhooks that were stored by a process that then died. */
export async function applyStoredWebhooks(now: Date): Promise<void> {
  for (const row of await listUnsettledReceipts(db, { receivedBefore: after(now, -minute), limit: 50 }))
    await applyWebhook(row, { now }).catch((error: unknown) => log.error({ err: error }, 'stored webhook not settled'));
}
