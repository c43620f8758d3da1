import type { Ctx } from '@/lib/core/context';
import { readableCode } from '@/lib/core/ids';

import { makeUnits } from './make-units';
import { lockUnit, putInHand, writeEvent, type LockedUnit } from './write-event';

export type OwnedLine = { lineId: string; variantId: string; productId: string; quantity: number; handle: string };

/**
 * The units of a line that has arrived, now in its buyer's hand: those that were packed for it, and, where fewer were, new ones with a serial of
 * ours. A unit that was lost or came back meanwhile is left out.
 */
export async function ownUnits(
  ctx: Ctx,
  { orderId, memberId, line }: { orderId: string; memberId: string; line: OwnedLine },
): Promise<string[]> {
  const packed = await ctx.db.unitAssignment.findMany({
    where: { lineId: line.lineId, endedAt: null },
    orderBy: { unitId: 'asc' },
    select: { unitId: true },
  });
  const owned: string[] = [];
  for (const { unitId } of packed) {
    const unit = await lockUnit(ctx, unitId);
    if (unit.state === 'SHIPPED') owned.push(await own(ctx, unit, { orderId, memberId }));
  }
  for (let count = packed.length; count < line.quantity; count += 1) {
    const unit = await makeOwn(ctx, orderId, line);
    await ctx.db.unitAssignment.create({
      data: { unitId: unit.id, orderId, lineId: line.lineId, at: ctx.now },
      select: { id: true },
    });
    owned.push(await own(ctx, unit, { orderId, memberId }));
  }
  return owned;
}

/** Frees the units of an order whose money went back: the next order may have those that come back. */
export async function freeUnits(ctx: Ctx, { orderId }: { orderId: string }): Promise<void> {
  await ctx.db.unitAssignment.updateMany({ where: { orderId, endedAt: null }, data: { endedAt: ctx.now } });
}

async function own(ctx: Ctx, unit: LockedUnit, { orderId, memberId }: { orderId: string; memberId: string }) {
  await writeEvent(ctx, unit, { kind: 'OWNED', orderId });
  await putInHand(ctx, unit.id, { memberId });
  return unit.id;
}

async function makeOwn(ctx: Ctx, orderId: string, { productId, variantId, handle }: OwnedLine): Promise<LockedUnit> {
  for (let round = 0; round < 5; round += 1) {
    const serial = newSerial(handle);
    const [unit] = await makeUnits(ctx, [{ productId, variantId, serial }], { kind: 'SHIPPED', orderId });
    if (unit) return unit;
  }
  throw new Error('No serial is free');
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
