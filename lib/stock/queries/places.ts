import { standingVariant } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';

import { canReadStock } from '../policy';
import { mostLocations } from '../schema';

/** The places where goods lie, in the order in which they are taken from; closed ones only where they are asked for, the last closed first, few. */
export async function listLocations({ db, actor }: Reading, { closed = false }: { closed?: boolean } = {}) {
  if (!canReadStock(actor)) return [];
  return db.stockLocation.findMany({
    where: closed ? {} : { closedAt: null },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { position: 'asc' }, { id: 'asc' }],
    take: 2 * mostLocations,
    select: { id: true, name: true, address: true, position: true, sells: true, version: true, closedAt: true },
  });
}

/** The names of the open places, in their order, for who puts goods in there that came back; the caller has asked who may. */
export async function listOpenPlaces({ db }: Pick<Reading, 'db'>) {
  return db.stockLocation.findMany({
    where: { closedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 2 * mostLocations,
    select: { id: true, name: true },
  });
}

export type Location = Awaited<ReturnType<typeof listLocations>>[number];

/** How many units lie at each place, or are on their way to it. */
export async function countByLocation({ db, actor }: Reading): Promise<Map<string, number>> {
  if (!canReadStock(actor)) return new Map();
  const rows = await db.stockAccount.groupBy({
    by: ['locationId'],
    where: { locationId: { not: null } },
    _sum: { units: true },
  });
  return new Map(rows.map(({ locationId, _sum }) => [locationId!, _sum.units ?? 0]));
}

/** Transfers that are not over, the oldest first; of one variant where it is named. */
export async function listTransfers({ db, actor }: Reading, { variantId }: { variantId?: string } = {}) {
  if (!canReadStock(actor)) return [];
  return db.stockTransfer.findMany({
    where: { closedAt: null, ...(variantId && { variantId }) },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      ...{ id: true, units: true, arrived: true, missing: true, note: true, sentAt: true },
      from: { select: { name: true } },
      to: { select: { name: true } },
      variant: { select: standingVariant },
    },
  });
}

export type Transfer = Awaited<ReturnType<typeof listTransfers>>[number];
