import type { Reading } from '@/lib/core/context';

import { plainIdentifier } from '../identifiers';
import { canMeet } from '../policy';

type Db = Pick<Reading, 'db'>;
export type ScannedUnit = { variantId: string; serial: string; isFree: boolean };

/** The unit of some products that was scanned, by its serial or another of its numbers; whether it can go into a parcel. Null where none or several are meant. */
export async function findScanned(
  { db }: Db,
  { code, productIds }: { code: string; productIds: readonly string[] },
): Promise<ScannedUnit | null> {
  const value = plainIdentifier(code);
  const units = await db.unit.findMany({
    where: { productId: { in: [...productIds] }, OR: [{ serial: value }, { identifiers: { some: { value } } }] },
    take: 2,
    select: {
      ...{ variantId: true, serial: true, state: true },
      assignments: { where: { endedAt: null }, take: 1, select: { id: true } },
    },
  });
  const [unit] = units;
  if (units.length !== 1 || !unit) return null;
  const { variantId, serial, state, assignments } = unit;
  return { variantId, serial, isFree: canMeet(state, 'SHIPPED') && assignments.length === 0 };
}

/** Whether units of a variant were registered that can be sent: then a parcel takes them by their serials. */
export async function hasSerials({ db }: Db, { variantId }: { variantId: string }): Promise<boolean> {
  const where = { variantId, state: 'RECEIVED' as const, assignments: { none: { endedAt: null } } };
  return (await db.unit.findFirst({ where, select: { id: true } })) !== null;
}
