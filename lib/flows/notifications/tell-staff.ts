import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import { enqueueEach } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import { isOutage } from '@/lib/core/outage';
import { listHolders } from '@/lib/members/queries/roles';
import { staffKinds, type StaffKind } from '@/lib/notifications/choices/staff-kinds';
import { sendWebhookJob } from '@/lib/notifications/jobs';
import { notify } from '@/lib/notifications/notify';
import { channelsOfStaff, takeDigest } from '@/lib/notifications/staff-digest';
import { kindOf } from '@/lib/notifications/staff-kinds';

/**
 * Notifies staff of what happened since they were told last, one notice for each kind. Two workers at once send once. A kind that fails
 * is tried again the next time and holds up no other.
 */
export async function tellStaff(now: Date): Promise<void> {
  for (const kind of staffKinds)
    try {
      await inTransaction(system, (ctx) => tellOf(ctx, kind), { now });
    } catch (error) {
      if (isOutage(error)) throw error;
      log.error({ err: error, kind }, 'staff not notified of a kind');
    }
}

async function tellOf(ctx: Ctx, kind: StaffKind): Promise<void> {
  const count = await takeDigest(ctx, kind);
  if (count === 0) return;
  const { permission, notice } = kindOf[kind];
  const over = await channelsOfStaff(ctx, { kind, staff: await listHolders(ctx, { permission }) });
  const occasion = { id: uuid7(ctx.now), at: ctx.now };
  for (const channel of ['app', 'mail'] as const) {
    const recipients = over[channel].map((memberId) => ({ memberId, data: { count } }));
    await notify(ctx, { ...notice, channels: [channel] }, occasion, recipients);
  }
  const at = ctx.now.toISOString();
  const messages = over.webhook.map((webhookId) => ({ webhookId, deliveryId: occasion.id, kind, count, at }));
  await enqueueEach(ctx.db, sendWebhookJob, messages);
}
