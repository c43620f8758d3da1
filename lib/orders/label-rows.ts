import { variantWeight } from '@/lib/catalog/published';
import type { LabelState } from '@/lib/core/prisma-client/enums';
import { soldBy } from '@/lib/markets/published';

import type { Pieces } from './choices/parcels';
import { parcelLines } from './fill-parcel';
import { shipAddress } from './ship-address';

const open: LabelState[] = ['ASKED', 'BOUGHT', 'CANCELLING'];

/** Labels that an order waits with: it has one of them at most. */
export const openLabels = {
  where: { state: { in: open } },
  select: {
    id: true,
    carrier: true,
    service: true,
    state: true,
    tracking: true,
    printed: true,
    address: true,
    grams: true,
  },
} as const;

/** For queries: what a label is made of. */
export const labelled = {
  state: true,
  ...shipAddress,
  soldIn: { select: soldBy },
  lines: { orderBy: { position: 'asc' }, select: { id: true, quantity: true, variant: { select: variantWeight } } },
  shipments: { select: { deliveredAt: true, lines: parcelLines } },
  labels: openLabels,
} as const;

type Weighed = { lines: readonly { id: string; variant: { grams: number } }[] };

/** What some pieces of an order weigh, in grams, as far as the catalogue knows it. */
export function weightOf({ lines }: Weighed, pieces: readonly Pieces[]): number {
  return pieces.reduce(
    (sum, { lineId, units }) => sum + units * (lines.find(({ id }) => id === lineId)?.variant.grams ?? 0),
    0,
  );
}
