import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { StockCause, StockKind } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import { allowedMoves, isPlaced } from './policy';

/** An account of the ledger: a kind, the place where its units lie, and the drop for which they are set aside. */
export type Account = { kind: StockKind; place?: string; drop?: string };

/** One movement of units. Its key is known to nobody else; a second movement of the same key is not made. */
export type Move = {
  variantId: string;
  from: Account;
  to: Account;
  units: number;
  cause: StockCause;
  key?: string;
  orderId?: string;
  dropId?: string;
  transferId?: string;
  note?: string;
};

type Lacking = { variantId: string; kind: StockKind; units: number; wanted: number };

/**
 * Makes movements, all or none, whoever else moves the same units. Refuses with `out-of-stock` (variantId, open, wanted) where too little is
 * open, and with `stock-moved` where units are no longer where they were.
 */
export async function moveStock(
  { db, actor, now }: Pick<Ctx<Raw>, 'db' | 'actor' | 'now'>,
  moves: readonly Move[],
): Promise<void> {
  if (moves.length === 0) return;
  const wanted = JSON.stringify(moves.map(asRow));
  const [lacking] = await db.$queryRaw<Lacking[]>`
    SELECT * FROM move_stock(${wanted}::jsonb, ${memberId(actor) ?? null}::uuid, ${now}::timestamptz)`;
  if (!lacking) return;
  const { kind, variantId, units, wanted: asked } = lacking;
  if (kind !== 'OPEN') throw new Refused('stock-moved', 'These units are elsewhere now');
  throw outOfStock({ variantId, open: units, wanted: asked });
}

/** The refusal of units that are not there. */
export function outOfStock({ variantId, open, wanted }: { variantId: string; open: number; wanted: number }): Refused {
  return new Refused('out-of-stock', 'Too few units are open', { values: { variantId, open, wanted } });
}

function asRow({ from, to, ...move }: Move) {
  if (!allowedMoves[move.cause].some(([a, b]) => a === from.kind && b === to.kind))
    throw new TypeError(`${move.cause} does not move units from ${from.kind} to ${to.kind}`);
  if (!Number.isSafeInteger(move.units) || move.units <= 0) throw new TypeError(`${move.units} units cannot be moved`);
  return {
    ...move,
    ...{ fromKind: from.kind, fromPlace: placeOf(from), fromDrop: from.drop ?? null },
    ...{ toKind: to.kind, toPlace: placeOf(to), toDrop: to.drop ?? null },
  };
}

function placeOf({ kind, place }: Account): string | null {
  if (isPlaced(kind) !== (place !== undefined)) throw new TypeError(`${kind} with place ${place}`);
  return place ?? null;
}
