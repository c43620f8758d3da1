import type { Ctx, Reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { digestKey } from '@/lib/core/keys';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

import type { WebhookMessage } from './jobs';
import { sentencesOf } from './sentences';
import { kindOf } from './staff-kinds';

/** After so many failures in a row a webhook is disabled. */
export const mostFailures = 10;

// One key for each webhook, made of its id, so that none is kept.
const keyOf = digestKey('notifications.staffWebhook').of;

/** The secret of a webhook, as the Standard Webhooks specification writes it. */
export const secretOf = (webhookId: string): string => `whsec_${keyOf(webhookId).bytes().toString('base64')}`;

/** A webhook that is not disabled, with whose it is; null where there is none. */
export async function findWebhook({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  const [webhook] = await db.$queryRaw<{ id: string; address: string; memberId: string; locale: string }[]>`
    SELECT w."id", w."address", w."memberId", m."locale" FROM "StaffWebhook" w JOIN members.person m ON m."id" = w."memberId"
    WHERE w."id" = ${id}::uuid AND w."disabledAt" IS NULL`;
  return webhook ?? null;
}

/** Notes that a webhook has taken a message; one that was disabled meanwhile stays so. */
export async function noteSent(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await ctx.db.staffWebhook.updateMany({ where: { id, disabledAt: null }, data: { failures: 0, sentAt: ctx.now } });
}

/** Counts a failure of a webhook; answers how many there are in a row now. The one too many disables it. */
export async function countFailure(ctx: Ctx, { id }: { id: string }): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ failures: number }[]>`
    UPDATE "StaffWebhook" SET "failures" = "failures" + 1,
      "disabledAt" = CASE WHEN "failures" + 1 >= ${mostFailures}::int THEN coalesce("disabledAt", ${ctx.now}) ELSE "disabledAt" END
    WHERE "id" = ${id}::uuid RETURNING "failures"`;
  return row?.failures ?? mostFailures + 1;
}

/** A message as it is posted. `text` is what Slack, Mattermost and Google Chat show, `content` what Discord does. */
export function messageBody({ kind, count, at, deliveryId }: WebhookMessage, locale: Locale): string {
  const { notice } = kindOf[kind];
  const url = `${env.PUBLIC_URL}${inLocale(locale, notice.path!({ count }))}`;
  const text = `${sentencesOf(locale, 'notifications')(`kinds.${notice.kind}`, { count })} ${url}`;
  return JSON.stringify({ id: deliveryId, kind, count, at, url, text, content: text });
}

/** Its headers, signed as the Standard Webhooks specification says: HMAC-SHA256 of id, time and body. */
export function messageHeaders(webhookId: string, deliveryId: string, now: Date, body: string): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const signature = Buffer.from(keyOf(webhookId).sign(`${deliveryId}.${seconds}.${body}`), 'base64url');
  return {
    'content-type': 'application/json',
    'webhook-id': deliveryId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature.toString('base64')}`,
  };
}
