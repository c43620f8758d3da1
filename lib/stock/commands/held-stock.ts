import type { Ctx } from '@/lib/core/context';
import type { StockHoldState } from '@/lib/core/prisma-client/enums';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

import { moveStock, type Account, type Move } from '../move-stock';
import { holdMoves } from '../policy';
import { holdStock } from './hold-stock';

type Hold = {
  id: string;
  lineId: string;
  variantId: string;
  locationId: string;
  units: number;
  state: StockHoldState;
  until: Date;
  shipmentId: string | null;
};
type SentLine = { lineId: string; units: number };

/**
 * Makes what an order holds sold: its money came. Where the hold had ended its units are taken again if they are still open. False where they are
 * gone: nothing has changed then, and the money is to go back.
 */
export async function sellHeld(ctx: Ctx<Raw>, { orderId }: { orderId: string }): Promise<boolean> {
  const holds = await lockHolds(ctx, orderId);
  if (holds.length === 0) return false;
  if (holds.some(({ state }) => state === 'SOLD' || state === 'SHIPPED')) return true;
  if (holds.every(({ state }) => state === 'HELD')) {
    await changeHolds(ctx, { orderId, holds, to: 'SOLD', cause: 'SOLD' });
    return true;
  }
  if (!(await holdAgain(ctx, orderId, holds))) return false;
  const again = (await lockHolds(ctx, orderId)).filter(({ state }) => state === 'HELD');
  await changeHolds(ctx, { orderId, holds: again, to: 'SOLD', cause: 'SOLD' });
  return true;
}

/** Gives back to what is open all that an order holds or has bought and that was not sent; answers how many units. */
export async function releaseHeld(ctx: Ctx<Raw>, { orderId }: { orderId: string }): Promise<number> {
  const holds = (await lockHolds(ctx, orderId)).filter(({ state }) => state === 'HELD' || state === 'SOLD');
  await changeHolds(ctx, { orderId, holds, to: 'RELEASED', cause: 'RELEASED' });
  return holds.reduce((sum, { units }) => sum + units, 0);
}

/** Takes what lies in a parcel of an order out of the house, once. A hold of which a part is sent becomes two. */
export async function shipSold(
  ctx: Ctx<Raw>,
  { orderId, shipmentId, lines }: { orderId: string; shipmentId: string; lines: readonly SentLine[] },
): Promise<void> {
  const holds = await lockHolds(ctx, orderId);
  if (holds.some((hold) => hold.shipmentId === shipmentId)) return;
  const sent: Hold[] = [];
  for (const { lineId, units } of lines) {
    let left = units;
    for (const hold of holds.filter((each) => each.lineId === lineId && each.state === 'SOLD')) {
      const taken = Math.min(left, hold.units);
      left -= taken;
      if (taken === hold.units) sent.push(hold);
      else if (taken > 0) sent.push(await splitOff(ctx, hold, taken));
    }
  }
  await changeHolds(ctx, { orderId, holds: sent, to: 'SHIPPED', cause: 'SHIPPED', shipmentId });
}

async function splitOff({ db, now }: Ctx<Raw>, hold: Hold, units: number): Promise<Hold> {
  const part = { ...hold, id: uuid7(now), units };
  await db.$executeRaw`
    INSERT INTO "StockHold" ("id", "orderId", "lineId", "variantId", "locationId", "units", "state", "until", "createdAt")
    SELECT ${part.id}::uuid, "orderId", "lineId", "variantId", "locationId", ${units}::int, "state", "until", "createdAt"
    FROM "StockHold" WHERE "id" = ${hold.id}::uuid`;
  await db.$executeRaw`UPDATE "StockHold" SET "units" = "units" - ${units}::int WHERE "id" = ${hold.id}::uuid`;
  return part;
}

async function lockHolds({ db }: Pick<Ctx<Raw>, 'db'>, orderId: string): Promise<Hold[]> {
  return db.$queryRaw<Hold[]>`
    SELECT "id", "lineId", "variantId", "locationId", "units", "state"::text AS state, "until", "shipmentId" FROM "StockHold"
    WHERE "orderId" = ${orderId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
}

const accountOf = { HELD: 'HELD', SOLD: 'SOLD', SHIPPED: 'CUSTOMER', RELEASED: 'OPEN' } as const;

type Change = {
  orderId: string;
  holds: readonly Hold[];
  to: 'SOLD' | 'SHIPPED' | 'RELEASED';
  cause: Move['cause'];
  shipmentId?: string;
};

async function changeHolds(ctx: Ctx<Raw>, { orderId, holds, to, cause, shipmentId }: Change): Promise<void> {
  for (const { state } of holds)
    if (!(holdMoves[state] as readonly StockHoldState[]).includes(to))
      throw new TypeError(`Units that are ${state} do not become ${to}`);
  const account = (state: StockHoldState, place: string): Account =>
    state === 'SHIPPED' ? { kind: accountOf[state] } : { kind: accountOf[state], place };
  await moveStock(
    ctx,
    holds.map(({ id, variantId, locationId, units, state }) => ({
      ...{ variantId, units, orderId, cause, key: `hold:${id}:${to}` },
      ...{ from: account(state, locationId), to: account(to, locationId) },
    })),
  );
  const ids = holds.map(({ id }) => id);
  const ended = to === 'RELEASED' ? ctx.now : null;
  await ctx.db.$executeRaw`
    UPDATE "StockHold" SET "state" = ${to}::"StockHoldState", "endedAt" = ${ended}::timestamptz, "shipmentId" = ${shipmentId ?? null}::uuid WHERE "id" = ANY (${ids}::uuid[])`;
}

// The rows that ended stay as they are: what happened to them happened.
async function holdAgain(ctx: Ctx<Raw>, orderId: string, ended: readonly Hold[]): Promise<boolean> {
  const last = new Map<string, { lineId: string; variantId: string; units: number }>();
  const latest = Math.max(...ended.map(({ until }) => until.getTime()));
  for (const { lineId, variantId, units, until } of ended)
    if (until.getTime() === latest)
      last.set(lineId, { lineId, variantId, units: units + (last.get(lineId)?.units ?? 0) });
  try {
    await holdStock(ctx, { orderId, lines: [...last.values()], until: ctx.now });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === 'out-of-stock') return false;
    throw error;
  }
}
