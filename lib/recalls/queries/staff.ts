import { codedName, productLink } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';
import { isUuid } from '@/lib/core/ids';
import { namedHandle, plainName } from '@/lib/members/published';
import { orderNumber } from '@/lib/orders/published';
import { unitSerial } from '@/lib/units/published';

import { canReadRecalls } from '../policy';
import type { RecallState, RecallUnitState } from '../schema';
import { rehearse } from '../sql';

const perPage = 20;
const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

/** The states that a list of staff shows together. */
export const recallViews = {
  open: ['OPEN'],
  draft: ['DRAFT'],
  over: ['CLOSED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly RecallState[]>;
export type RecallView = keyof typeof recallViews;

/** Recalls for staff, the newest first, one page of them. */
export async function listRecalls(
  { db, actor }: Reading,
  { view, after }: { view: RecallView; after?: Cursor | null },
) {
  if (!canReadRecalls(actor)) return { rows: [], last: null };
  const found = await db.recall.findMany({
    where: { state: { in: [...recallViews[view]] }, ...olderThan(after) },
    ...{ orderBy: newestFirst, take: perPage + 1 },
    select: {
      ...{ id: true, title: true, titleZh: true, state: true, createdAt: true, publishedAt: true },
      product: { select: productLink },
    },
  });
  const rows = found.slice(0, perPage);
  const end = found.length > perPage ? rows.at(-1) : undefined;
  return { rows, last: end ? { at: end.createdAt, id: end.id } : null };
}

export type RecallRow = Awaited<ReturnType<typeof listRecalls>>['rows'][number];

/** One recall for staff, with its history; null where there is none. */
export async function getRecall({ db, actor }: Reading, { id }: { id: string }) {
  if (!canReadRecalls(actor) || !isUuid(id)) return null;
  return db.recall.findUnique({
    where: { id },
    select: {
      ...{ id: true, slug: true, version: true, state: true, title: true, titleZh: true, cause: true, causeZh: true },
      ...{ danger: true, dangerZh: true, task: true, taskZh: true, remedies: true, scope: true, serials: true },
      ...{ serialFrom: true, serialTo: true, dates: true, from: true, until: true, publishedAt: true, createdAt: true },
      ...{ productId: true, product: { select: productLink }, variant: { select: codedName } },
      steps: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: 100,
        select: { id: true, state: true, reason: true, left: true, at: true, by: { select: plainName } },
      },
    },
  });
}

export type StaffRecall = NonNullable<Awaited<ReturnType<typeof getRecall>>>;

/** What a recall would mean if it were published now, for staff. */
export async function rehearseRecall({ db, actor }: Reading, { recallId }: { recallId: string }) {
  return canReadRecalls(actor) ? rehearse(db, recallId) : null;
}

/** How many units of a recall stand how. */
export async function countUnits(
  { db, actor }: Reading,
  { recallId }: { recallId: string },
): Promise<Partial<Record<RecallUnitState, number>>> {
  if (!canReadRecalls(actor)) return {};
  const rows = await db.recallUnit.groupBy({ by: 'state', where: { recallId }, _count: { _all: true } });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count._all]));
}

const listedUnit = {
  ...{ id: true, unitId: true, state: true, told: true, toldAt: true, stoppedAt: true, remedy: true },
  ...{ createdAt: true, changedAt: true, unit: { select: unitSerial }, owner: { select: namedHandle } },
  order: { select: orderNumber },
} as const;

/** Units of a recall that stand so, or all, one page of them. */
export async function listUnits(
  { db, actor }: Reading,
  {
    recallId,
    state,
    after,
    take = perPage,
  }: { recallId: string; state?: RecallUnitState; after?: string; take?: number },
) {
  if (!canReadRecalls(actor)) return { rows: [], next: null };
  const found = await db.recallUnit.findMany({
    where: { recallId, state, ...(after && isUuid(after) && { id: { gt: after } }) },
    ...{ orderBy: { id: 'asc' }, take: take + 1 },
    select: listedUnit,
  });
  const rows = found.slice(0, take);
  return { rows, next: found.length > take ? rows.at(-1)!.id : null };
}

export type RecallUnitRow = Awaited<ReturnType<typeof listUnits>>['rows'][number];

/** One unit of a recall for staff, with what happened to it; null where it is of none that is named. */
export async function getRecallUnit({ db, actor }: Reading, { id, recallId }: { id: string; recallId: string }) {
  if (!canReadRecalls(actor) || !isUuid(id)) return null;
  return db.recallUnit.findFirst({
    where: { id, recallId },
    select: {
      ...listedUnit,
      steps: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: 100,
        select: { id: true, state: true, note: true, at: true, by: { select: plainName } },
      },
    },
  });
}

export type StaffRecallUnit = NonNullable<Awaited<ReturnType<typeof getRecallUnit>>>;

/** The recalls of a unit for staff who read recalls, the newest first, few. */
export async function listRecallsOfUnit({ db, actor }: Reading, { unitId }: { unitId: string }) {
  if (!canReadRecalls(actor)) return [];
  return db.recallUnit.findMany({
    where: { unitId },
    orderBy: { createdAt: 'desc' },
    take: 20,
    select: { id: true, state: true, recall: { select: { id: true, title: true, titleZh: true } } },
  });
}

const olderThan = (place?: Cursor | null) =>
  place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {};
