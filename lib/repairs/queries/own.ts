import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { asCrockford } from '@/lib/core/typed';
import { orderMarket } from '@/lib/orders/published';
import { pointAddress } from '@/lib/service/published';
import { repairedUnit } from '@/lib/units/published';

import { overStates } from '../policy';
import type { RepairState } from '../schema';

const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

/** `orderId` is the guest's order by whose key it is asked; without it, it is the actor's own. */
type Asked = { orderId?: string };

// A repair that an order's buyer asked for belongs to its key; all others to the session of their member.
function ownedBy({ actor }: Pick<Reading, 'actor'>, { orderId }: Asked): Prisma.RepairWhereInput | null {
  if (orderId !== undefined) return { orderId };
  const owner = memberId(actor);
  return owner === null ? null : { memberId: owner };
}

/** Whether a repair is of whoever asks. */
export async function isOwnRepair(
  read: Pick<Reading, 'db' | 'actor'>,
  { repairId, ...asked }: Asked & { repairId: string },
): Promise<boolean> {
  const own = ownedBy(read, asked);
  return own !== null && (await read.db.repair.count({ where: { id: repairId, ...own } })) > 0;
}

const shown = {
  ...{ id: true, number: true, state: true, note: true, shipTo: true, inWarranty: true, answer: true, condition: true },
  ...{ lockOff: true, wiped: true, diagnosis: true, currency: true, handedBy: true, carrier: true, tracking: true },
  ...{ createdAt: true, handedOverAt: true, warrantyMonths: true, warrantyZone: true },
  ...{ unit: { select: repairedUnit }, order: { select: orderMarket }, point: { select: pointAddress } },
  quotes: {
    orderBy: { version: 'desc' },
    take: 20,
    select: { version: true, amountMinor: true, text: true, uncovered: true, state: true, createdAt: true },
  },
  steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, state: true, at: true } },
} as const satisfies Prisma.RepairSelect;

/** One repair of whoever asks; null to everybody else. */
export async function getOwnRepair(
  read: Pick<Reading, 'db' | 'actor'>,
  { number, ...asked }: Asked & { number: string },
) {
  const own = ownedBy(read, asked);
  return own && read.db.repair.findFirst({ where: { number: asCrockford(number), ...own }, select: shown });
}
export type OwnRepairRow = NonNullable<Awaited<ReturnType<typeof getOwnRepair>>>;

const listed = { id: true, number: true, state: true, createdAt: true, unit: { select: repairedUnit } } as const;

/** The repairs of what an order brought, the newest first, few; the caller has asked whose order it is. */
export async function listOfOrder({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  return db.repair.findMany({ where: { orderId }, orderBy: newestFirst, take: 50, select: listed });
}
export type ListedRepair = Awaited<ReturnType<typeof listOfOrder>>[number];

/** The actor's own repairs of a unit, the newest first, few: those of an owner before them are not theirs to read. */
export async function listOwnOfUnit({ db, actor }: Reading, { unitId }: { unitId: string }) {
  const owner = memberId(actor);
  if (!owner) return [];
  return db.repair.findMany({ where: { unitId, memberId: owner }, orderBy: newestFirst, take: 20, select: listed });
}

/** The repairs of units that are not over, by the unit, whoever asked for them. */
export async function listOpenUnits(
  { db }: Pick<Reading, 'db'>,
  { unitIds }: { unitIds: readonly string[] },
): Promise<Map<string, OpenRepair>> {
  const rows = await db.repair.findMany({
    where: { unitId: { in: [...unitIds] }, state: { notIn: [...overStates] } },
    select: { unitId: true, number: true, memberId: true, state: true },
  });
  return new Map(rows.map((row) => [row.unitId, row]));
}
export type OpenRepair = { number: string; memberId: string; state: RepairState };
