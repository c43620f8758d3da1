import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import { localeFrom } from '@/lib/core/locale';
import { listHolders } from '@/lib/members/queries/roles';
import type { WebhookMessage } from '@/lib/notifications/jobs';
import { staffNotices } from '@/lib/notifications/notices';
import { notify } from '@/lib/notifications/notify';
import { kindOf } from '@/lib/notifications/staff-kinds';
import {
  countFailure,
  findWebhook,
  messageBody,
  messageHeaders,
  mostFailures,
  noteSent,
} from '@/lib/notifications/staff-webhook';
import { guardedPost, type GuardedPost } from '@/lib/outside/fetch';

/**
 * Sends one message to the chat of one of the staff, while they may still know of it. A failure throws, so that the queue tries again
 * later; the tenth in a row disables the webhook, and its owner is told.
 */
export async function sendWebhook(message: WebhookMessage, post: GuardedPost = guardedPost): Promise<void> {
  const now = reading(system);
  const webhook = await findWebhook(now, { id: message.webhookId });
  if (!webhook) return;
  const holders = await listHolders(now, { permission: kindOf[message.kind].permission });
  if (!holders.includes(webhook.memberId)) return;
  const body = messageBody(message, localeFrom(webhook.locale));
  const headers = messageHeaders(webhook.id, message.deliveryId, now.now, body);
  const failure = await post(webhook.address, { body, headers }).then(
    ({ ok, status }) => (ok ? null : new Error(`the webhook answered ${status}`)),
    (error: unknown) => error,
  );
  if (failure === null) await inTransaction(system, (ctx) => noteSent(ctx, webhook));
  else if (!(await fail(webhook))) throw failure;
}

/** Counts a failure; returns whether nothing more is to be tried. */
async function fail({ id, memberId }: { id: string; memberId: string }): Promise<boolean> {
  return inTransaction(system, async (ctx) => {
    const failures = await countFailure(ctx, { id });
    if (failures === mostFailures) {
      const occasion = { id: uuid7(ctx.now), at: ctx.now };
      await notify(ctx, staffNotices['webhook.disabled'], occasion, [{ memberId, data: { count: mostFailures } }]);
    }
    return failures >= mostFailures;
  });
}
