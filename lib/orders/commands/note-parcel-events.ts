import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { ParcelEventKind } from '@/lib/core/prisma-client/enums';
import { after, day, hour, minute } from '@/lib/core/time';

import { heardEvents, type ParcelEvent } from '../heard-events';
import { lockOrder } from '../sql';
import { markDelivered } from './send-order';

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
    select: { tracking: true, quiet: true, askedAt: true, shipmentId: true, order: { select: { number: true } } },
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
  const heard = heardEvents(events, { askedAt: label.askedAt, now: ctx.now });
  const fresh = isSame ? await keep(ctx, shipmentId, heard) : [];
  if (fresh.includes('DELIVERED')) await deliver(ctx, { number, shipmentId });
  const over = !isSame || heard.some(isEnd) || shippedAt < after(ctx.now, -followedDays * day);
  const quiet = fresh.length > 0 ? 0 : label.quiet + 1;
  const followAt = over ? null : after(ctx.now, Math.min(longest, 2 * minute * 2 ** Math.min(quiet, 10)));
  await ctx.db.label.update({ where: { id: labelId }, data: { followAt, quiet } });
}

const isEnd = ({ kind }: ParcelEvent) => kind === 'DELIVERED' || kind === 'RETURNED';

// The newest of them, as many as there is room for; that it has arrived or comes back is heard where there is none.
async function keep(ctx: Ctx, shipmentId: string, heard: readonly ParcelEvent[]): Promise<ParcelEventKind[]> {
  const room = mostEvents - (await ctx.db.trackingEvent.count({ where: { shipmentId } }));
  const kept = room > 0 ? heard.slice(-room) : heard.filter(isEnd).slice(-1);
  const rows = await ctx.db.trackingEvent.createManyAndReturn({
    data: kept.map((each) => ({ ...each, id: uuid7(ctx.now), shipmentId, heardAt: ctx.now })),
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
