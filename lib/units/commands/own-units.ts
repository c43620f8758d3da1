import type { Ctx } from '@/lib/core/context';
import { readableCode } from '@/lib/core/ids';

import { canMeet } from '../policy';
import { makeUnits } from './make-units';
import { lockUnits, putAllInHand, writeEvents, type LockedUnit } from './write-event';

export type OwnedLine = {
  shipmentId: string;
  lineId: string;
  variantId: string;
  productId: string;
  quantity: number;
  handle: string;
};
type Owning = { orderId: string; memberId: string; line: OwnedLine };

/**
 * The units that a parcel has brought of a line, now in its buyer's hand, once: those that were packed into it, and, where fewer were, new ones with
 * a serial of ours. A unit that was lost or came back meanwhile is left out, and no other is made in its place.
 */
export async function ownUnits(ctx: Ctx, { orderId, memberId, line }: Owning): Promise<string[]> {
  const { shipmentId, lineId, quantity } = line;
  const packed = await ctx.db.unitAssignment.findMany({
    where: { shipmentId, lineId },
    select: { unitId: true, endedAt: true },
  });
  const kept = packed.filter(({ endedAt }) => endedAt === null).map(({ unitId }) => unitId);
  const sent = (await lockUnits(ctx, kept)).filter(({ state }) => state === 'SHIPPED' || state === 'FOUND');
  const units = [...sent, ...(await makeSent(ctx, { orderId, line, count: quantity - packed.length }))];
  const ids = units.map(({ id }) => id);
  await writeEvents(ctx, units, { kind: 'OWNED', orderId });
  await putAllInHand(ctx, ids, { memberId });
  return ids;
}

/**
 * Frees the units of an order whose money went back, those that were packed for it and those that its buyer owned: the next order may have those
 * that come back. Whoever has one in hand keeps it until it is noted where it is; one that is lost or came back stays so.
 */
export async function freeUnits(
  ctx: Ctx,
  { orderId, owned = [] }: { orderId: string; owned?: readonly string[] },
): Promise<void> {
  const packed = { orderId, endedAt: null };
  const rows = await ctx.db.unitAssignment.findMany({ where: packed, select: { unitId: true } });
  const units = await lockUnits(ctx, [...new Set([...rows.map(({ unitId }) => unitId), ...owned])]);
  const withBuyer = units.filter(({ state }) => canMeet(state, 'REFUNDED'));
  await writeEvents(ctx, withBuyer, { kind: 'REFUNDED', orderId });
  await ctx.db.unitAssignment.updateMany({ where: packed, data: { endedAt: ctx.now } });
}

/** Holds the units of an order until the commit, those that were packed for it and those that its buyer owned. */
export async function holdUnits(
  ctx: Ctx,
  { orderId, owned }: { orderId: string; owned: readonly string[] },
): Promise<void> {
  const rows = await ctx.db.unitAssignment.findMany({ where: { orderId, endedAt: null }, select: { unitId: true } });
  await lockUnits(ctx, [...new Set([...rows.map(({ unitId }) => unitId), ...owned])]);
}

// Units that nobody scanned, as many as a line lacks.
async function makeSent(
  ctx: Ctx,
  { orderId, line, count }: { orderId: string; line: OwnedLine; count: number },
): Promise<LockedUnit[]> {
  const { shipmentId, lineId, productId, variantId, handle } = line;
  const made: LockedUnit[] = [];
  for (let round = 0; round < 5 && made.length < count; round += 1) {
    const wanted = Array.from({ length: count - made.length }, () => ({
      productId,
      variantId,
      serial: newSerial(handle),
    }));
    made.push(...(await makeUnits(ctx, wanted, { kind: 'SHIPPED', orderId })));
  }
  if (made.length < count) throw new Error('No serial is free');
  await ctx.db.unitAssignment.createMany({
    data: made.map(({ id }) => ({ unitId: id, orderId, shipmentId, lineId, at: ctx.now })),
  });
  return made;
}

/** A serial that can be read aloud: the product's letters and eight signs of Crockford's Base32. */
export function newSerial(handle: string): string {
  const letters =
    handle
      .split('-')
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .slice(0, 3) || 'M';
  return `${letters}-${readableCode(4)}-${readableCode(4)}`;
}
