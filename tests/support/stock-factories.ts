import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { receiveUnits, saveLocation } from '@/lib/stock/commands';

import { makeDrop, makeOperator } from './drop-factories';
import { makeOrder } from './order-factories';
import { word } from './word';

/** A place where goods lie, which sells unless the test wants otherwise. */
export async function makePlace(
  operator: SignedIn,
  more: { position?: number; sells?: boolean } = {},
): Promise<string> {
  const { id } = await transact(saveLocation)(operator, {
    ...{ name: `Place ${word()}`, address: '', position: 0, sells: true, shown: 0 },
    ...more,
  });
  return id;
}

/** Variants of a product that was never in a drop that is announced, with so many units of each at each of some places, in their order. */
export async function makeStock(units: number[][], more: { announced?: boolean } = {}) {
  const drop = await makeDrop({ units: units[0]!.map(() => 1), announced: more.announced ?? false });
  const operator = await makeOperator();
  const places: string[] = [];
  for (const [at, ofPlace] of units.entries()) {
    const locationId = await makePlace(operator, { position: at });
    places.push(locationId);
    for (const [variant, count] of ofPlace.entries())
      await transact(receiveUnits)(operator, {
        ...{ variantId: drop.variantIds[variant]!, locationId, note: '' },
        units: Math.max(1, count),
      });
  }
  return { operator, places, drop, variantIds: drop.variantIds };
}

/** An order with a line that stock can be held for. */
export async function makeLine(): Promise<{ orderId: string; lineId: string }> {
  const { placed } = await makeOrder();
  const order = await db.order.findUniqueOrThrow({ where: { number: placed.number }, include: { lines: true } });
  return { orderId: order.id, lineId: order.lines[0]!.id };
}

/** How many units of a variant stand in accounts of each kind, over all places. */
export async function standOfStock(variantId: string): Promise<Record<string, number>> {
  const rows = await db.stockAccount.groupBy({ by: ['kind'], where: { variantId }, _sum: { units: true } });
  return Object.fromEntries(rows.flatMap(({ kind, _sum }) => (_sum.units ? [[kind, _sum.units]] : [])));
}
