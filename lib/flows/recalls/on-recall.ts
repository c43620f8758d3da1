import { currentBrand } from '@/lib/core/current-brand';
import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { notifyOf } from '@/lib/notifications/notify-of';
import { getOrderForNotice } from '@/lib/orders/order-for-notice';
import { toBuyer } from '@/lib/orders/to-buyer';
import { answerPath } from '@/lib/recalls/choices/answer-path';
import { recallsNotices } from '@/lib/recalls/notices';
import { getRecallForNotice, listLinks } from '@/lib/recalls/queries/for-notice';

type Told = RecordedEvent<'recall.told'>;
type Withdrawn = RecordedEvent<'recall.withdrawn'>;

const first = notifyOf(recallsNotices['recall.told'], (ctx, { payload }: Told) => toOwners(ctx, payload));
const again = notifyOf(recallsNotices['recall.reminded'], (ctx, { payload }: Told) => toOwners(ctx, payload));

/** Tells owners of a recall, for the first time or once more. */
export async function tellOwners(ctx: Ctx, event: Told): Promise<void> {
  await (event.payload.again ? again : first)(ctx, event);
}

/** Tells those who were told of a recall that it was withdrawn, of devices that no other recall means: of those it says that they are safe. */
export const tellOfWithdrawal = notifyOf(recallsNotices['recall.withdrawn'], (ctx, { payload }: Withdrawn) =>
  toOwners(ctx, { ...payload, safe: true }),
);

type About = { recallId: string; links: readonly string[]; safe?: boolean };

async function toOwners(ctx: Ctx, { recallId, links, safe }: About) {
  const recall = await getRecallForNotice(ctx, { recallId });
  if (!recall) return null;
  const said = {
    title: { en: recall.title, zh: recall.titleZh },
    danger: { en: recall.danger, zh: recall.dangerZh },
    task: { en: recall.task, zh: recall.taskZh },
  };
  const told = [];
  for (const { memberId, hasMailbox, orderIds, key, serials } of await listLinks(ctx, { links, safe })) {
    const { title, ...mailData } = said;
    const mailbox = hasMailbox ? undefined : await guestsMailbox(ctx, orderIds, answerPath(key));
    told.push({ memberId, mailbox, data: { title, serials: serials.join(', '), key, slug: recall.slug }, mailData });
  }
  return told;
}

// A guest is written to where they said with the newest of these orders. Who has an account is written to at their own address alone: by now the other one may be somebody else's.
async function guestsMailbox(ctx: Ctx, orderIds: readonly string[], path: string) {
  for (const orderId of orderIds.toReversed()) {
    const order = await getOrderForNotice(ctx, { orderId });
    const mailbox = order && toBuyer(order, await currentBrand(ctx.db)).mailbox;
    if (mailbox) return { ...mailbox, path };
  }
  return undefined;
}
