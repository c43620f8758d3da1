import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { enqueue } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import { after, clock, minute, second } from '@/lib/core/time';
import { paymentProvider, type Notice } from '@/lib/outside/payments';

import { closeNews, keepNews, type News, type Told } from './payment-notice';
import { settlePayment } from './settle-payment';
import { syncReturns } from './sync-returns';
import { settleNoticeJob } from '@/lib/orders/jobs';

/** Takes a gateway's webhook: settled at once, in one commit with the note that it came; stored for a job when that fails. False when it is not the gateway's. */
export async function takeNotice(
  provider: string,
  raw: string,
  headers: Pick<Headers, 'get'>,
  options: Options = {},
): Promise<boolean> {
  const notice = paymentProvider(provider).verifyWebhook(raw, headers);
  if (!notice) return false;
  const at = options.now ?? clock();
  const [news, told] = [
    { ...notice, provider },
    { eventId: notice.eventId, type: notice.type, receivedAt: at },
  ];
  if (notice.returnsOf) await leaveToJob(news, told, at);
  else
    await settlePayment(news, options, told).catch(async (error: unknown) => {
      log.error({ err: error, provider, type: notice.type }, 'webhook not settled; a job tries again');
      await leaveToJob(news, told, after(at, second));
    });
  return true;
}

async function leaveToJob(news: News, told: Told, runAt: Date): Promise<void> {
  const { provider } = news;
  await keepNews(db, news, told);
  await enqueue(
    db,
    settleNoticeJob,
    { provider, eventId: told.eventId },
    { runAt, key: `notice:${provider}:${told.eventId}` },
  );
}

/** Acts on a stored webhook, once. */
export async function settleNotice(
  { provider, eventId }: { provider: string; eventId: string },
  options: Options = {},
): Promise<void> {
  const row = await db.paymentNotice.findUnique({
    where: { provider_eventId: { provider, eventId } },
    select: { type: true, payload: true, receivedAt: true },
  });
  if (!row) return;
  const { status, session, returnsOf } = row.payload as Pick<Notice, 'status' | 'session' | 'returnsOf'>;
  if (returnsOf) {
    const outcome = await syncReturns({ provider, paymentRef: returnsOf }, options);
    return closeNews(db, { provider, eventId, at: options.now ?? clock() }, outcome);
  }
  await settlePayment({ provider, status, session }, options, { eventId, type: row.type, receivedAt: row.receivedAt });
}

/** Webhooks that were stored by a process that then died. */
export async function settleForgotten(now: Date): Promise<void> {
  const rows = await db.paymentNotice.findMany({
    where: { settledAt: null, receivedAt: { lt: after(now, -minute) } },
    orderBy: { receivedAt: 'asc' },
    take: 50,
    select: { provider: true, eventId: true },
  });
  for (const row of rows)
    await settleNotice(row, { now }).catch((error: unknown) => log.error({ err: error }, 'stored webhook not settled'));
}
