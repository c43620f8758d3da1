import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';
import { codedName } from '@/lib/catalog/published';
import { day } from '@/lib/core/time';
import { namedHandle, plainName } from '@/lib/members/published';
import { orderNumber } from '@/lib/orders/published';
import { locationName } from '@/lib/stock/published';
import { pointAddress } from '@/lib/service/published';
import { repairedUnit } from '@/lib/units/published';

import { canReadRepairs, figureDays, overStates } from '../policy';
import type { RepairState } from '../schema';
import { readFigures } from '../sql';

const perPage = 20;
const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

/** The states that a list of staff shows together: what waits for a decision, what is coming, in work, for its owner's answer, to be handed over, and over. */
export const repairViews = {
  new: ['ASKED'],
  coming: ['APPROVED'],
  workshop: ['RECEIVED', 'DIAGNOSED', 'ACCEPTED', 'WAITING_PARTS', 'WORKING', 'TESTING'],
  waiting: ['QUOTED'],
  ready: ['READY', 'DECLINED'],
  over: [...overStates],
} as const satisfies Record<string, readonly RepairState[]>;
export type RepairView = keyof typeof repairViews;

/** Repairs for staff, the newest first, one page of them. */
export async function listRepairs(
  { db, actor }: Reading,
  { view, pointId, after }: { view: RepairView; pointId?: string; after?: Cursor | null },
) {
  if (!canReadRepairs(actor)) return { rows: [], last: null };
  const found = await db.repair.findMany({
    where: { state: { in: [...repairViews[view]] }, pointId, ...olderThan(after) },
    ...{ orderBy: newestFirst, take: perPage + 1 },
    select: {
      ...{ id: true, number: true, state: true, inWarranty: true, createdAt: true, changedAt: true },
      ...{ unit: { select: repairedUnit }, member: { select: namedHandle }, point: { select: pointAddress } },
    },
  });
  const rows = found.slice(0, perPage);
  const end = found.length > perPage ? rows.at(-1) : undefined;
  return { rows, last: end ? { at: end.createdAt, id: end.id } : null };
}
export type RepairRow = Awaited<ReturnType<typeof listRepairs>>['rows'][number];

/** How long repairs took that were handed over in the last 90 days, and how many were needed again. */
export async function getFigures({ db, actor, now }: Reading) {
  if (!canReadRepairs(actor)) return null;
  const figures = await readFigures(db, { since: new Date(now.getTime() - figureDays * day), againDays: figureDays });
  return figures.count > 0 ? figures : null;
}
export type RepairFigures = NonNullable<Awaited<ReturnType<typeof getFigures>>>;

/** One repair for staff. */
export async function getRepair({ db, actor }: Reading, { number }: { number: string }) {
  if (!canReadRepairs(actor)) return null;
  return db.repair.findUnique({
    where: { number },
    select: {
      ...{
        id: true,
        number: true,
        unitId: true,
        memberId: true,
        state: true,
        note: true,
        shipTo: true,
        inWarranty: true,
      },
      ...{ answer: true, condition: true, lockOff: true, wiped: true, diagnosis: true, currency: true, handedBy: true },
      ...{ carrier: true, tracking: true, paidNote: true, createdAt: true, receivedAt: true, handedOverAt: true },
      ...{ unit: { select: repairedUnit }, member: { select: namedHandle }, order: { select: orderNumber } },
      point: { select: pointAddress },
      quotes: {
        orderBy: { version: 'desc' },
        take: 50,
        select: {
          ...{ version: true, amountMinor: true, text: true, uncovered: true, state: true, createdAt: true },
          by: { select: plainName },
        },
      },
      parts: {
        orderBy: { at: 'asc' },
        take: 100,
        select: { id: true, quantity: true, variant: { select: codedName }, location: { select: locationName } },
      },
      steps: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: 100,
        select: { id: true, state: true, at: true, by: { select: plainName } },
      },
    },
  });
}
export type StaffRepair = NonNullable<Awaited<ReturnType<typeof getRepair>>>;

/** The unit of a repair; the caller has asked who may. */
export async function getRepairedUnit({ db }: Pick<Reading, 'db'>, { repairId }: { repairId: string }) {
  const found = await db.repair.findUnique({ where: { id: repairId }, select: { unitId: true } });
  return found?.unitId ?? null;
}

/** The repairs of a unit for staff who read repairs, the newest first, few. */
export async function listRepairsOfUnit({ db, actor }: Reading, { unitId }: { unitId: string }) {
  if (!canReadRepairs(actor)) return [];
  return db.repair.findMany({
    where: { unitId },
    ...{ orderBy: newestFirst, take: 20 },
    select: { id: true, number: true, state: true, createdAt: true },
  });
}

const olderThan = (place?: Cursor | null) =>
  place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {};
