import { currentBrand } from '@/lib/core/current-brand';
import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { forEachLocale } from '@/lib/core/locale';
import { returnAddressOf } from '@/lib/core/market';
import { formatMoney } from '@/lib/core/money';
import { path } from '@/lib/core/paths';
import { getMarket } from '@/lib/markets/queries';
import { listHolders } from '@/lib/members/queries/roles';
import { notifyOf } from '@/lib/notifications/notify-of';
import { getOrderForNotice } from '@/lib/orders/order-for-notice';
import { titleOf } from '@/lib/orders/schema';
import { toBuyer } from '@/lib/orders/to-buyer';
import { repairsNotices } from '@/lib/repairs/notices';
import { getRepairForNotice, type ToldRepair } from '@/lib/repairs/queries/for-notice';
import type { RepairState } from '@/lib/repairs/schema';
import { localText } from '@/lib/core/locale';

type Of = { payload: { repairId: string; version?: number; state?: RepairState } };
type Sent = (ctx: Ctx, event: RecordedEvent<'repair.moved'>) => Promise<void>;

const asked = notifyOf(repairsNotices['repair.asked'], toOwner);
const opened = notifyOf(repairsNotices['repair.approved'], toOwner);
const toDecide = notifyOf(repairsNotices['repair.toDecide'], toStaff);
const answered = notifyOf(repairsNotices['repair.answered'], toStaff);
const received = notifyOf(repairsNotices['repair.received'], toOwner);
const locked = notifyOf(repairsNotices['repair.locked'], toOwner);

/** Confirms a request and asks staff to decide; where staff opened it themselves, says where to send the unit. */
export async function tellOfAsked(ctx: Ctx, event: RecordedEvent<'repair.asked'>): Promise<void> {
  const found = await getRepairForNotice(ctx, event.payload);
  if (found?.first === 'APPROVED') return opened(ctx, event);
  await asked(ctx, event);
  await toDecide(ctx, event);
}

const sentBack = notifyOf(repairsNotices['repair.sentBack'], toOwner);
const collected = notifyOf(repairsNotices['repair.collected'], toOwner);
const agreed = notifyOf(repairsNotices['repair.agreed'], toOwner);

/** What each state says to the owner of the unit; the others they read on the page of the repair. */
const told: Partial<Record<RepairState, Sent>> = {
  APPROVED: opened,
  REFUSED: notifyOf(repairsNotices['repair.refused'], toOwner),
  RECEIVED: (ctx, event) => (event.payload.locked ? locked : received)(ctx, event),
  QUOTED: notifyOf(repairsNotices['repair.quoted'], toOwner),
  // What they agreed to themselves is no news to them, but to staff.
  ACCEPTED: (ctx, event) => (event.payload.byOwner ? answered : agreed)(ctx, event),
  DECLINED: answered,
  WAITING_PARTS: notifyOf(repairsNotices['repair.waiting'], toOwner),
  READY: notifyOf(repairsNotices['repair.ready'], toOwner),
  HANDED_OVER: async (ctx, event) => {
    const found = await getRepairForNotice(ctx, event.payload);
    if (found?.handedBy === 'SHIPPED') await sentBack(ctx, event);
    else if (found?.handedBy === 'COLLECTED') await collected(ctx, event);
  },
};

/** Says what became of a repair to whom it concerns: its owner, or staff where the owner answered. */
export async function tellOfMove(ctx: Ctx, event: RecordedEvent<'repair.moved'>): Promise<void> {
  await told[event.payload.state]?.(ctx, event);
}

async function toStaff(ctx: Ctx, { payload }: Of) {
  const found = await getRepairForNotice(ctx, payload);
  if (!found) return [];
  const staff = await listHolders(ctx, { permission: 'repairs.handle' });
  const answer = payload.state === 'DECLINED' ? ('declined' as const) : ('accepted' as const);
  return staff.map((memberId) => ({ memberId, data: { number: found.number, answer } }));
}

async function toOwner(ctx: Ctx, { payload }: Of) {
  const found = await getRepairForNotice(ctx, payload);
  if (!found) return null;
  const order = found.orderId && (await getOrderForNotice(ctx, { orderId: found.orderId }));
  const brand = await currentBrand(ctx.db);
  const { mailbox } = order ? toBuyer(order, brand) : { mailbox: undefined };
  const market = order ? order.soldIn.data : await getMarket(ctx);
  const { number, memberId, answer, carrier, tracking } = found;
  const amount = forEachLocale((locale) =>
    formatMoney(found.quote?.amountMinor ?? 0, found.currency, locale, brand.currency),
  );
  const parcel = [carrier, tracking].filter(Boolean).join(' ');
  return {
    memberId,
    mailbox: mailbox && { ...mailbox, path: mailbox.path + path('repairs', number) },
    data: { number, device: deviceOf(found), amount, parcel },
    mailData: { answer, address: returnAddressOf(market), text: textOf(found) },
  };
}

const textOf = ({ quote }: ToldRepair) => [quote?.text, quote?.uncovered].filter(Boolean).join('\n');

const deviceOf = ({ unit: { variant } }: ToldRepair) =>
  forEachLocale((locale) =>
    titleOf(
      localText(locale, variant.product.title, variant.product.titleZh),
      localText(locale, variant.title, variant.titleZh),
    ),
  );
