import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { isPacking, readPacking, type PackedOrder } from '../packing';
import { canShip } from '../policy';
import { lockOrder } from '../sql';
import { movedOn, refuseWhereMoneyMoves } from './send-order';

/**
 * Begins to pack an order, or goes on where the actor has begun. Refuses with `packing-taken` (name) while somebody else is at it, and with
 * `order-moved-on`, `refund-running` and `payment-disputed` what may not be sent.
 */
export async function beginPacking(ctx: Ctx, { number }: { number: string }): Promise<void> {
  allow(canShip(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const byId = found(memberId(ctx.actor), 'member');
  const order = found(await readPacking(ctx, { id: orderId }));
  if (order.state !== 'PAID' || order.lines.length === 0) throw movedOn(order.state);
  await refuseWhereMoneyMoves(ctx, orderId);
  const { packing } = order;
  if (packing && packing.byId !== byId && isPacking(packing, ctx.now)) throw taken(packing);
  // What somebody else has begun and left is scanned anew: it may lie in no box any more.
  if (packing && packing.byId !== byId) await ctx.db.packing.delete({ where: { orderId } });
  await ctx.db.packing.upsert({
    where: { orderId },
    create: { orderId, byId, beganAt: ctx.now, touchedAt: ctx.now },
    update: { touchedAt: ctx.now },
  });
}

/**
 * The order that the actor is packing, held until the commit. Refuses with `packing-taken` (name) where somebody else took it over, and with `packing-over`
 * where it is packed no more. The order itself is locked first by those who send it.
 */
export async function holdPacking(ctx: Ctx, { number }: { number: string }): Promise<PackedOrder> {
  allow(canShip(ctx.actor), 'not-found');
  await ctx.db.$queryRaw`
    SELECT 1 FROM "Packing" WHERE "orderId" = (SELECT "id" FROM "Order" WHERE "number" = ${number}) FOR UPDATE`;
  const order = found(await readPacking(ctx, { number }));
  if (!order.packing) throw new Refused('packing-over', 'nobody packs it');
  if (order.packing.byId !== memberId(ctx.actor)) throw taken(order.packing);
  await ctx.db.packing.update({ where: { orderId: order.id }, data: { touchedAt: ctx.now } });
  return order;
}

type Piece = { number: string; lineId: string; serial?: string; all?: boolean };

/**
 * Puts a piece of a line into the parcel that is being packed, or all that it still wants. Refuses with `scan-over` where it wants none, with `scan-twice`
 * a serial that lies in it, and as `beginPacking` what may not be sent any more.
 */
export async function packPiece(ctx: Ctx, { number, lineId, serial, all = false }: Piece): Promise<PackedOrder> {
  const order = await holdPacking(ctx, { number });
  if (order.state !== 'PAID') throw movedOn(order.state);
  await refuseWhereMoneyMoves(ctx, order.id);
  const line = found(
    order.lines.find(({ id }) => id === lineId),
    'line',
  );
  const left = line.wanted - line.packed;
  if (left <= 0) throw new Refused('scan-over', 'it has all of it', { field: 'code', values: { item: line.title } });
  const count = all && !serial ? left : 1;
  const { count: added } = await ctx.db.packedPiece.createMany({
    data: Array.from({ length: count }, () => ({
      ...{ id: uuid7(ctx.now), orderId: order.id, lineId, serial: serial ?? null, at: ctx.now },
    })),
    skipDuplicates: true,
  });
  if (added === 0) throw new Refused('scan-twice', 'it lies in it', { field: 'code', values: { code: serial ?? '' } });
  return found(await readPacking(ctx, { number }));
}

/** Takes the last piece of a line out of the parcel that is being packed. */
export async function unpackPiece(ctx: Ctx, { number, lineId }: { number: string; lineId: string }): Promise<void> {
  const order = await holdPacking(ctx, { number });
  const last = order.packing?.pieces.filter((piece) => piece.lineId === lineId).at(-1);
  if (last) await ctx.db.packedPiece.delete({ where: { id: last.id } });
}

/** Leaves an order to whoever packs it next; one that the actor does not pack stays as it is. */
export async function leavePacking(ctx: Ctx, { number }: { number: string }): Promise<void> {
  allow(canShip(ctx.actor), 'not-found');
  await ctx.db.packing.deleteMany({ where: { order: { number }, byId: memberId(ctx.actor) ?? '' } });
}

const taken = ({ by }: { by: { name: string } }) =>
  new Refused('packing-taken', 'somebody else packs it', { values: { name: by.name } });
