import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { canEditPoints } from '../policy';
import { weekHours } from '../schema';

const shown = {
  ...{ id: true, name: true, nameZh: true, address: true, addressZh: true, latitude: true, longitude: true },
  ...{ zone: true, week: true, country: true, region: true, capabilities: true, languages: true, phone: true },
  closedUntil: true,
} as const satisfies Prisma.ServicePointSelect;

type Row = { week: unknown };
const withHours = <R extends Row>(row: R) => ({ ...row, week: weekHours.parse(row.week) });

/** The service points that everybody is shown, by name, few. */
export async function listPoints({ db }: Pick<Reading, 'db'>) {
  const rows = await db.servicePoint.findMany({
    where: { hiddenAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 300,
    select: shown,
  });
  return rows.map(withHours);
}

export type ListedPoint = Awaited<ReturnType<typeof listPoints>>[number];

/** The points that a device may be brought to for repair now, by name, few. */
export async function listToBring({ db, now }: Pick<Reading, 'db' | 'now'>) {
  return db.servicePoint.findMany({
    where: takesIn(now),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 300,
    select: { id: true, name: true, nameZh: true, address: true, addressZh: true },
  });
}

/** Whether a device may be brought to a point for repair now. */
export async function canBring(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { pointId }: { pointId: string },
): Promise<boolean> {
  return (await db.servicePoint.count({ where: { id: pointId, ...takesIn(now) } })) > 0;
}

const takesIn = (now: Date) =>
  ({
    hiddenAt: null,
    capabilities: { hasSome: ['REPAIR', 'DROP_OFF'] },
    OR: [{ closedUntil: null }, { closedUntil: { lte: now } }],
  }) satisfies Prisma.ServicePointWhereInput;

/** All points for staff, those that are shown first. */
export async function listForStaff({ db, actor }: Reading) {
  if (!canEditPoints(actor)) return [];
  const rows = await db.servicePoint.findMany({
    orderBy: [{ hiddenAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: 300,
    select: {
      id: true,
      name: true,
      nameZh: true,
      address: true,
      capabilities: true,
      closedUntil: true,
      hiddenAt: true,
    },
  });
  return rows;
}

export type StaffPoint = Awaited<ReturnType<typeof listForStaff>>[number];

/** One point for staff who keep it; null where there is none. */
export async function getPoint({ db, actor }: Reading, { id }: { id: string }) {
  if (!canEditPoints(actor) || !isUuid(id)) return null;
  const row = await db.servicePoint.findUnique({ where: { id }, select: { ...shown, version: true, hiddenAt: true } });
  return row && withHours(row);
}

export type PointToEdit = NonNullable<Awaited<ReturnType<typeof getPoint>>>;

/** The points by which staff narrow a list, by name: those that are shown to nobody too. */
export async function listPointNames({ db }: Pick<Reading, 'db'>) {
  return db.servicePoint.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 300,
    select: { id: true, name: true, nameZh: true },
  });
}
