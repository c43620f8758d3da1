import { currentBrand } from '@/lib/core/current-brand';
import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { forEachLocale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { listHolders } from '@/lib/members/queries/roles';
import { notifyOf } from '@/lib/notifications/notify-of';
import { getOrderForNotice } from '@/lib/orders/order-for-notice';
import { toBuyer } from '@/lib/orders/to-buyer';
import { returnsNotices } from '@/lib/returns/notices';
import { goesBack } from '@/lib/returns/choices/value';
import { getReturnForNotice } from '@/lib/returns/queries';

type Of = { payload: { returnId: string } };

const receipt = notifyOf(returnsNotices['return.asked'], toWhoAsked);
const missing = notifyOf(returnsNotices['return.missing'], toWhoAsked);
const missingSent = notifyOf(returnsNotices['return.missingSent'], toWhoAsked);
const staffOf = notifyOf(returnsNotices['return.toDecide'], async (ctx: Ctx, { payload }: Of) => {
  const found = await getReturnForNotice(ctx, payload);
  if (found?.state !== 'ASKED') return [];
  const staff = await listHolders(ctx, { permission: 'returns.handle' });
  return staff.map((memberId) => ({ memberId, data: { number: found.number } }));
});

/** Confirms a request with the moment at which it came, and asks staff to decide about one that waits for them. */
export async function tellOfRequest(ctx: Ctx, event: RecordedEvent<'return.asked'>): Promise<void> {
  const found = await getReturnForNotice(ctx, event.payload);
  await (found?.wish === 'MISSING' ? missing : receipt)(ctx, event);
  await staffOf(ctx, event);
}

const approved = notifyOf(returnsNotices['return.approved'], toWhoAsked);
const refused = notifyOf(returnsNotices['return.refused'], toWhoAsked);

/** Says what was decided, and why. */
export async function tellOfDecision(ctx: Ctx, event: RecordedEvent<'return.decided'>): Promise<void> {
  const found = await getReturnForNotice(ctx, event.payload);
  await (found?.state === 'REFUSED' ? refused : approved)(ctx, event);
}

const refunded = notifyOf(returnsNotices['return.refunded'], toWhoAsked);
const replaced = notifyOf(returnsNotices['return.replaced'], toWhoAsked);
const sentBack = notifyOf(returnsNotices['return.sentBack'], toWhoAsked);

/** Says what became of what came back; nothing where nothing came, or where its money had gone back before. */
export async function tellOfEnd(ctx: Ctx, event: RecordedEvent<'return.closed'>): Promise<void> {
  const found = await getReturnForNotice(ctx, event.payload);
  if (found?.refundMinor) await refunded(ctx, event);
  if (found?.replacement) await (found.wish === 'MISSING' ? missingSent : replaced)(ctx, event);
  if (!found?.refundMinor && !found?.replacement && found?.lines.some(goesBack)) await sentBack(ctx, event);
}

async function toWhoAsked(ctx: Ctx, { payload }: Of) {
  const found = await getReturnForNotice(ctx, payload);
  const order = found && (await getOrderForNotice(ctx, { orderId: found.orderId }));
  if (!order) return null;
  const brand = await currentBrand(ctx.db);
  const lines = found.lines.map(({ line, announced, counted }) => ({ ...line, quantity: counted ?? announced }));
  const { data, ...buyer } = toBuyer({ ...order, lines }, brand);
  const refund = forEachLocale((locale) => formatMoney(found.refundMinor ?? 0, order.currency, locale, brand.currency));
  return {
    ...buyer,
    data: { number: data.number, item: data.item, return: found.number, refund },
    mailData: { answer: found.answer, asked: momentUtc(found.createdAt) },
  };
}
