import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { undoRefunded } from '@/lib/flows/orders/undo-refunded';
import { registerOwners } from '@/lib/flows/ownership/register-owner';
import { noteUnitEvent } from '@/lib/flows/units/note-unit';
import { shipOrder } from '@/lib/flows/units/ship-order';
import type { NotedKind } from '@/lib/units/policy';

import { arrive } from './arrive';
import { untilWaiting } from './database';
import { makeDrop, makeOperator } from './drop-factories';
import { makeOrder } from './order-factories';
import { word } from './word';

export type OwnedDevice = Awaited<ReturnType<typeof makeDevice>>;

/** A device that was bought, sent and delivered, with its owner, and what may become of it. */
export async function makeDevice() {
  const [{ buyer, placed, drop }, operator] = [await makeOrder(), await makeOperator()];
  const { number } = placed;
  const { id: orderId } = await db.order.update({
    where: { number },
    data: { state: 'PAID', paidAt: clock() },
    select: { id: true },
  });
  const serial = `SN${word().toUpperCase()}`;
  await shipOrder(operator, { number, carrier: 'DHL', tracking: 'T1', serials: [serial] });
  await arrive(orderId);
  await inTransaction(system, (ctx) => registerOwners(ctx, { orderId }));
  const { id: ownershipId, unitId } = await db.ownership.findFirstOrThrow({ where: { orderId } });
  return {
    ...{ owner: buyer, operator, orderId, ownershipId, unitId, serial, productId: drop.productId },
    variantId: drop.variantIds[0]!,
    note: async (kind: NotedKind) => {
      const { seq } = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
      await noteUnitEvent(operator, { unitId, kind, note: '', shown: seq });
    },
    refund: () =>
      inTransaction(system, async (ctx) => {
        await ctx.db.order.update({ where: { id: orderId }, data: { state: 'REFUNDED' } });
        await undoRefunded(ctx, { orderId, claimId: null, returnsUnit: false });
      }),
  };
}

/** Who owns a unit, who has it in hand, its state, and how many spans there ever were. */
export async function standOf(unitId: string) {
  const { state } = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
  const spans = await db.ownership.findMany({ where: { unitId }, orderBy: { registeredAt: 'asc' } });
  const hand = await db.holding.findFirst({ where: { unitId, until: null } });
  const owners = spans.filter(({ endedAt }) => endedAt === null).map(({ memberId }) => memberId);
  return { state, owners, hand: hand?.memberId ?? null, spans: spans.length };
}

/** The one owner of a unit now. */
export const isOwnedBy = (member: Pick<SignedIn, 'id'>) => ({ owners: [member.id], hand: member.id });

/** A unit that was sold or given away elsewhere: it was sent, for no order, and nobody owns it. */
export async function makeHandedOut(serial = `SN${word().toUpperCase()}`) {
  const { productId, variantIds } = await makeDrop();
  const unit = { productId, variantId: variantIds[0]!, serial, state: 'SHIPPED', seq: 2 } as const;
  const { id: unitId } = await db.unit.create({ data: { ...unit, createdAt: clock() }, select: { id: true } });
  return { unitId, productId, variantId: unit.variantId, serial };
}

/** Holds a unit so that who asks for it meanwhile stands behind; answers what lets it go. */
export async function hold(unitId: string): Promise<() => Promise<void>> {
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM "Unit" WHERE "id" = $1 FOR UPDATE', [unitId]);
  return async () => {
    await holder.query('COMMIT');
    holder.release();
  };
}

/** Has each wait for the unit, in this order, then lets them go. */
export async function inOrder(
  unitId: string,
  ...work: (() => Promise<unknown>)[]
): Promise<PromiseSettledResult<unknown>[]> {
  const release = await hold(unitId);
  const asked: Promise<PromiseSettledResult<unknown>>[] = [];
  for (const [at, each] of work.entries()) {
    asked.push(Promise.allSettled([each()]).then(([end]) => end!));
    await untilWaiting(at + 1);
  }
  await release();
  return Promise.all(asked);
}
