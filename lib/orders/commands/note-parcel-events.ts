import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { ParcelEventKind } from '@/lib/core/prisma-client/enums';
import { cleanText } from '@/lib/core/sanitize/clean-text';
import { after, day, hour, minute } from '@/lib/core/time';

import { lockOrder } from '../sql';
import { markDelivered } from './send-order';

export type ParcelEvent = { key: string; kind: ParcelEventKind; at: Date; place: string };
type Heard = { labelId: string; events: readonly ParcelEvent[] };

/** How long a carrier is asked about a parcel at most. */
const followedDays = 60;
const longest = 6 * hour;
/** How many events of one parcel are kept at most. */
const mostEvents = 60;

/**
 * Writes down what a carrier said of a parcel, each of it once, and when it is asked next: soon after something new, ever later while there is nothing, and
 * no more once the parcel has arrived, has come back, or bears another number. What it says has arrived is delivered by the command of staff.
 */
export async function noteParcelEvents(ctx: Ctx, { labelId, events }: Heard): Promise<void> {
  const label = await ctx.db.label.findUnique({
    where: { id: labelId },
    select: { tracking: true, quiet: true, shipmentId: true, order: { select: { number: true } } },
  });
  if (!label?.shipmentId) return;
  const { shipmentId } = label;
  const { number } = label.order;
  await lockOrder(ctx.db, number);
  const { tracking, shippedAt } = await ctx.db.shipment.findUniqueOrThrow({
    where: { id: shipmentId },
    select: { tracking: true, shippedAt: true },
  });
  const isSame = tracking === label.tracking;
  const fresh = isSame ? await keep(ctx, shipmentId, events) : [];
  if (fresh.includes('DELIVERED')) await deliver(ctx, { number, shipmentId });
  const over = !isSame || isOver(events) || shippedAt < after(ctx.now, -followedDays * day);
  const quiet = fresh.length > 0 ? 0 : label.quiet + 1;
  const followAt = over ? null : after(ctx.now, Math.min(longest, 2 * minute * 2 ** Math.min(quiet, 10)));
  await ctx.db.label.update({ where: { id: labelId }, data: { followAt, quiet } });
}

const isOver = (events: readonly ParcelEvent[]) =>
  events.some(({ kind }) => kind === 'DELIVERED' || kind === 'RETURNED');

async function keep(ctx: Ctx, shipmentId: string, events: readonly ParcelEvent[]): Promise<ParcelEventKind[]> {
  const rows = await ctx.db.trackingEvent.createManyAndReturn({
    data: events
      .slice(0, mostEvents)
      .map(({ key, kind, at, place }) => ({
        ...{ id: uuid7(ctx.now), shipmentId, kind, at, heardAt: ctx.now },
        ...{ key: cleanText(key).slice(0, 100), place: cleanText(place).slice(0, 120) },
      })),
    skipDuplicates: true,
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

// Staff may have noted it before, or the order's money went back.
async function deliver(ctx: Ctx, parcel: { number: string; shipmentId: string }): Promise<void> {
  const { deliveredAt, order } = await ctx.db.shipment.findUniqueOrThrow({
    where: { id: parcel.shipmentId },
    select: { deliveredAt: true, order: { select: { state: true } } },
  });
  if (deliveredAt === null && (order.state === 'PAID' || order.state === 'SHIPPED')) await markDelivered(ctx, parcel);
}
