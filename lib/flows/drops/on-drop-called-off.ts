import type { Ctx } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import type { RecordedEvent } from '@/lib/core/events';
import { forEachLocale, localizedName } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { dropNotices } from '@/lib/drops/notices';
import { getCalledOff, listCalledOff } from '@/lib/drops/queries/called-off';
import { listHolders } from '@/lib/members/queries/roles';
import { notify } from '@/lib/notifications/commands';
import { notifyOf } from '@/lib/notifications/notify-of';
import { listReturningOfDrop, listSentOfDrop } from '@/lib/orders/of-drop';

type CalledOff = RecordedEvent<'drop.cancelled'>;

/** Tells everyone who reserved, entered, waited, held a unit or has a code that the drop was called off, and why. */
export const tellOfCallingOff = notifyOf(dropNotices['drop.cancelled'], async (ctx, { payload }: CalledOff) => {
  const drop = await getCalledOff(ctx, payload);
  if (!drop) return null;
  const data = { title: localizedName(drop), slug: drop.slug, reason: drop.cancelReason ?? '' };
  const members = await listCalledOff(ctx, { ...payload, at: drop.cancelledAt });
  return members.map((memberId) => ({ memberId, data }));
});

/** Tells those who had paid that the drop was called off, why, and that their money goes back; whose parcel was sent, that it is theirs. */
export async function tellBuyersOfCallingOff(ctx: Ctx, event: CalledOff): Promise<void> {
  const drop = await getCalledOff(ctx, event.payload);
  if (!drop) return;
  const data = { title: localizedName(drop), reason: drop.cancelReason ?? '' };
  const { currency: home } = await currentBrand(ctx.db);
  const returning = (await listReturningOfDrop(ctx, { ...event.payload, since: drop.cancelledAt })).map(
    ({ memberId, number, totalMinor, currency }) => ({
      memberId,
      data: { ...data, number, total: forEachLocale((locale) => formatMoney(totalMinor, currency, locale, home)) },
    }),
  );
  await notify(ctx, dropNotices['drop.cancelledAfterPayment'], event, returning);
  const sent = (await listSentOfDrop(ctx, event.payload)).map(({ memberId, number }) => ({
    memberId,
    data: { ...data, number },
  }));
  await notify(ctx, dropNotices['drop.cancelledAfterShipping'], event, sent);
}

/** Asks staff to look at the parcels of a drop that was called off: nothing brings them back by itself. */
export const askStaffToLook = notifyOf(dropNotices['drop.parcelsOrphaned'], async (ctx, { payload }: CalledOff) => {
  const drop = await getCalledOff(ctx, payload);
  const sent = drop ? await listSentOfDrop(ctx, payload) : [];
  if (!drop || sent.length === 0) return null;
  const data = { title: localizedName(drop), count: sent.length, dropId: payload.dropId };
  const staff = await listHolders(ctx, { permission: 'orders.refund' });
  return staff.map((memberId) => ({ memberId, data }));
});
