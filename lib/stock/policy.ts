import { may, type Actor } from '@/lib/core/actor';
import type { StockCause, StockHoldState, StockKind } from '@/lib/core/prisma-client/enums';

/** Who sees how much there is of what, and where. */
export function canReadStock(actor: Actor): boolean {
  return may(actor, 'stock.read');
}

/** Who receives, counts, sends and writes off goods. */
export function canEditStock(actor: Actor): boolean {
  return may(actor, 'stock.edit');
}

/** Between which accounts each cause moves units; no other movement is written. */
export const allowedMoves = {
  RECEIVED: [['SUPPLIER', 'OPEN']],
  COUNTED: [
    ['DIFFERENCE', 'OPEN'],
    ['OPEN', 'DIFFERENCE'],
  ],
  DAMAGED: [['OPEN', 'DAMAGED']],
  REPAIRED: [['DAMAGED', 'OPEN']],
  SCRAPPED: [
    ['OPEN', 'SCRAP'],
    ['DAMAGED', 'SCRAP'],
  ],
  SENT: [['OPEN', 'IN_TRANSIT']],
  ARRIVED: [['IN_TRANSIT', 'OPEN']],
  MISSING: [['IN_TRANSIT', 'DIFFERENCE']],
  SET_ASIDE: [['OPEN', 'SET_ASIDE']],
  GIVEN_BACK: [['SET_ASIDE', 'OPEN']],
  HELD: [['OPEN', 'HELD']],
  RELEASED: [
    ['HELD', 'OPEN'],
    ['SOLD', 'OPEN'],
  ],
  SOLD: [['HELD', 'SOLD']],
  SHIPPED: [
    ['SOLD', 'CUSTOMER'],
    ['SET_ASIDE', 'CUSTOMER'],
    // What came back and goes back to its buyer.
    ['OPEN', 'CUSTOMER'],
    ['DAMAGED', 'CUSTOMER'],
  ],
  RESTOCKED: [
    ['CUSTOMER', 'OPEN'],
    ['CUSTOMER', 'DAMAGED'],
  ],
  FITTED: [['OPEN', 'CUSTOMER']],
} as const satisfies Record<StockCause, readonly (readonly [StockKind, StockKind])[]>;

/** What may become of units that an order holds; everything else is refused. */
export const holdMoves = {
  HELD: ['SOLD', 'RELEASED'],
  SOLD: ['SHIPPED', 'RELEASED'],
  SHIPPED: [],
  RELEASED: [],
} as const satisfies Record<StockHoldState, readonly StockHoldState[]>;

/** The kinds that lie at a place, as against those outside. */
export const placedKinds = ['OPEN', 'SET_ASIDE', 'HELD', 'SOLD', 'DAMAGED', 'IN_TRANSIT'] as const;
export type PlacedKind = (typeof placedKinds)[number];

/** Whether units of a kind lie at a place. */
export const isPlaced = (kind: StockKind): kind is PlacedKind => (placedKinds as readonly StockKind[]).includes(kind);
