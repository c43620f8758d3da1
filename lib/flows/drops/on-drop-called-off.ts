import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { inEach, named } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { paths } from '@/lib/paths';
import { getCalledOff, listCalledOff } from '@/lib/drops/queries/called-off';
import { listRoleHolders } from '@/lib/members/queries';
import { notifyEach, tellEach } from '@/lib/notifications/tell-each';
import { listReturningOfDrop, listSentOfDrop } from '@/lib/orders/of-drop';

type CalledOff = Happened<'drop.cancelled'>;

/** Tells everyone who reserved, entered, waited, held a unit or has a code that the drop was called off, and why. */
export async function tellOfCallingOff(ctx: Ctx, { id: eventId, payload }: CalledOff): Promise<void> {
  const drop = await getCalledOff(ctx, payload);
  if (!drop) return;
  const data = { title: named(drop), reason: drop.cancelReason ?? '' };
  const each = (await listCalledOff(ctx, { ...payload, at: drop.cancelledAt })).map((memberId) => ({
    memberId,
    data,
    path: paths.drop(drop.slug),
  }));
  await tellEach(ctx, { kind: 'dropCancelled', eventId, each });
}

/** Tells those who had paid that the drop was called off, why, and that their money goes back; whose parcel was sent, that it is theirs. */
export async function tellBuyersOfCallingOff(ctx: Ctx, { id: eventId, payload }: CalledOff): Promise<void> {
  const drop = await getCalledOff(ctx, payload);
  if (!drop) return;
  const data = { title: named(drop), reason: drop.cancelReason ?? '' };
  const returning = (await listReturningOfDrop(ctx, { ...payload, since: drop.cancelledAt })).map(
    ({ memberId, number, totalMinor, currency }) => ({
      memberId,
      data: { ...data, number, total: inEach((locale) => formatMoney(totalMinor, currency, locale)) },
      path: paths.order(number),
    }),
  );
  await tellEach(ctx, { kind: 'dropCancelledPaid', eventId, each: returning });
  const sent = (await listSentOfDrop(ctx, payload)).map(({ memberId, number }) => ({
    memberId,
    data: { ...data, number },
    path: paths.order(number),
  }));
  await tellEach(ctx, { kind: 'dropCancelledSent', eventId, each: sent });
}

/** Asks staff to look at the parcels of a drop that was called off: nothing brings them back by itself. */
export async function askStaffToLook(ctx: Ctx, { id: eventId, payload }: CalledOff): Promise<void> {
  const drop = await getCalledOff(ctx, payload);
  const sent = drop ? await listSentOfDrop(ctx, payload) : [];
  if (!drop || sent.length === 0) return;
  const data = { title: named(drop), count: sent.length };
  const each = (await listRoleHolders(ctx, { roles: ['OPERATIONS', 'SUPPORT', 'ADMIN'] })).map((memberId) => ({
    memberId,
    data,
    path: paths.staff('drops', payload.dropId),
  }));
  await notifyEach(ctx, { kind: 'dropCancelledParcels', eventId, each });
}
