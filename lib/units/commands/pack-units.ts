import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { plainIdentifier } from '../identifiers';
import { canMeet } from '../policy';
import { serialShape } from '../schema';
import { makeUnits } from './make-units';
import { lockUnit, putInHand, writeEvent, type LockedUnit } from './write-event';

export type PackedLine = { lineId: string; variantId: string; productId: string; quantity: number };
type Packing = { orderId: string; shipmentId: string; lines: readonly PackedLine[]; serials: readonly string[] };

/**
 * Packs units into a parcel of an order by their serials: each belongs to a line that wants one more. A serial that nobody knows becomes a unit,
 * where it is clear of which line. Refuses with `serial-wrong`, `serial-elsewhere`, `serial-unknown` and `serials-over` (serial).
 */
export async function packUnits(ctx: Ctx, { orderId, shipmentId, lines, serials }: Packing): Promise<void> {
  const left = new Map(lines.map((line) => [line.lineId, line.quantity]));
  // In one order, so that two parcels never wait for each other crosswise.
  for (const typed of [...new Set(serials.map(plainIdentifier))].toSorted()) {
    const unit = await findUnit(ctx, typed, lines, left);
    const line = lines.find(({ lineId, variantId }) => variantId === unit.variantId && left.get(lineId)! > 0);
    if (!line) throw refusedSerial('serials-over', typed);
    left.set(line.lineId, left.get(line.lineId)! - 1);
    await pack(ctx, { unit, orderId, shipmentId, lineId: line.lineId });
  }
}

async function findUnit(
  ctx: Ctx,
  serial: string,
  lines: readonly PackedLine[],
  left: ReadonlyMap<string, number>,
): Promise<LockedUnit> {
  if (!serialShape.test(serial)) throw refusedSerial('serial-wrong', serial);
  const products = [...new Set(lines.map(({ productId }) => productId))];
  const known = await ctx.db.unit.findMany({
    where: { serial, productId: { in: products } },
    take: 2,
    select: { id: true },
  });
  if (known.length > 1) throw refusedSerial('serial-unknown', serial);
  if (known[0]) return lockUnit(ctx, known[0].id);
  const open = lines.filter(({ lineId }) => left.get(lineId)! > 0);
  const variants = new Set(open.map(({ variantId }) => variantId));
  if (variants.size > 1) throw refusedSerial('serial-unknown', serial);
  if (!open[0]) throw refusedSerial('serials-over', serial);
  const { productId, variantId } = open[0];
  const [made] = await makeUnits(ctx, [{ productId, variantId, serial }], { kind: 'RECEIVED' });
  // Somebody else has made it since it was looked for.
  if (!made) throw refusedSerial('serial-elsewhere', serial);
  return made;
}

async function pack(
  ctx: Ctx,
  { unit, ...packed }: { unit: LockedUnit; orderId: string; shipmentId: string; lineId: string },
): Promise<void> {
  const taken = await ctx.db.unitAssignment.count({ where: { unitId: unit.id, endedAt: null } });
  if (taken > 0 || !canMeet(unit.state, 'SHIPPED')) throw refusedSerial('serial-elsewhere', unit.serial);
  await ctx.db.unitAssignment.create({ data: { unitId: unit.id, ...packed, at: ctx.now }, select: { id: true } });
  await writeEvent(ctx, unit, { kind: 'SHIPPED', orderId: packed.orderId });
  await putInHand(ctx, unit.id, null);
}

const refusedSerial = (code: string, serial: string): Refused =>
  new Refused(code, code, { field: 'serials', values: { serial: serial.slice(0, 60) } });
