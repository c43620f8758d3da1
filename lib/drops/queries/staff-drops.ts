import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { after, minute } from '@/lib/core/time';

import { phaseOf, waveAt } from '../policy';
import { counted, dropWords, productOfDrop, wavesOfDrop } from './shapes';

const page = 30;

/** Every drop for staff, planned ones too, the newest first; the page after a drop's id. */
export async function listDropsForStaff({ db, now }: Reading, { after: cursor }: { after?: string } = {}) {
  const rows = await db.drop.findMany({
    orderBy: { id: 'desc' },
    take: page + 1,
    ...(cursor && isUuid(cursor) ? { where: { id: { lt: cursor } } } : {}),
    select: { ...dropWords, product: { select: { title: true, titleZh: true } }, waves: wavesOfDrop },
  });
  const drops = rows.slice(0, page).map(({ waves, ...drop }) => {
    const sums = counted(waves);
    return { ...drop, wave: waveAt(sums, now), phase: drop.announcedAt || drop.cancelledAt ? phaseOf({ ...drop, waves: sums }, now) : ('planned' as const) };
  });
  return { drops, next: rows.length > page ? (drops.at(-1)?.id ?? null) : null };
}

/** One drop for staff, with its waves and the last of its movements that are not claims. */
export async function getDropForStaff({ db, now }: Reading, { id }: { id: string }) {
  if (!isUuid(id)) return null;
  const drop = await db.drop.findUnique({
    where: { id },
    select: {
      ...dropWords, createdAt: true, product: { select: productOfDrop }, waves: wavesOfDrop,
      createdBy: { select: { name: true, handle: true } },
      _count: { select: { reservations: true } },
    },
  });
  if (!drop) return null;
  const movements = await db.unitMovement.findMany({
    where: { allotment: { wave: { dropId: id } }, kind: { in: ['OFFERED', 'ADDED'] } },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: 20,
    select: { allotmentId: true, seq: true, kind: true, delta: true, at: true, allotment: { select: { channel: true, variant: { select: { title: true, titleZh: true } } } } },
  });
  const waves = counted(drop.waves);
  const phase = drop.announcedAt || drop.cancelledAt ? phaseOf({ ...drop, waves }, now) : ('planned' as const);
  return { ...drop, movements, waves, wave: waveAt(waves, now), phase };
}

export type StaffDrop = NonNullable<Awaited<ReturnType<typeof getDropForStaff>>>;

export type DropCounts = {
  now: number;
  variants: { variantId: string; units: number; remaining: number; held: number; paid: number; reserved: number }[];
  released: number;
  /** Claims in each of the last thirty minutes, the oldest first. */
  perMinute: number[];
};

const minutes = 30;

/** The live figures of a drop for staff: three statements, each over this drop's rows only. */
export async function getDropCounts({ db, now }: Reading, { id }: { id: string }): Promise<DropCounts> {
  const [stock, claims, pace] = await Promise.all([stockOf(db, id), claimsOf(db, id), paceOf(db, id, now)]);
  const reckon = (allotmentId: string, state: string) => claims.find((each) => each.allotmentId === allotmentId && each.state === state)?._count ?? 0;
  return {
    now: now.getTime(),
    variants: stock.map(({ id: allotment, reserved, ...each }) => ({ ...each, reserved, held: reckon(allotment, 'HELD'), paid: reckon(allotment, 'PAID') })),
    released: claims.filter(({ state }) => state === 'RELEASED').reduce((sum, each) => sum + each._count, 0),
    perMinute: Array.from({ length: minutes }, (_, at) => pace.find((each) => each.minute === minutes - 1 - at)?.count ?? 0),
  };
}

function stockOf(db: Reading['db'], dropId: string) {
  return db.$queryRaw<{ id: string; variantId: string; units: number; remaining: number; reserved: number }[]>`
    SELECT a."id", a."variantId", a."units", a."remaining",
      (SELECT count(*)::int FROM "Reservation" r WHERE r."dropId" = w."dropId" AND r."variantId" = a."variantId") AS reserved
    FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" JOIN "Variant" v ON v."id" = a."variantId"
    WHERE w."dropId" = ${dropId}::uuid ORDER BY w."number", v."position"`;
}

function claimsOf(db: Reading['db'], dropId: string) {
  return db.claim.groupBy({ by: ['allotmentId', 'state'], where: { dropId }, _count: true });
}

function paceOf(db: Reading['db'], dropId: string, now: Date) {
  const since = after(now, -minutes * minute);
  return db.$queryRaw<{ minute: number; count: number }[]>`
    SELECT floor(extract(epoch FROM ${now}::timestamptz - "at") / 60)::int AS minute, count(*)::int AS count
    FROM "UnitMovement" m JOIN "Allotment" a ON a."id" = m."allotmentId" JOIN "Wave" w ON w."id" = a."waveId"
    WHERE w."dropId" = ${dropId}::uuid AND "kind" = 'CLAIMED' AND "at" > ${since}::timestamptz AND "at" <= ${now}::timestamptz
    GROUP BY 1`;
}

/** Active products that a drop can offer, with their variants, by title. */
export async function listOfferable({ db }: Reading) {
  return db.product.findMany({
    where: { status: { not: 'ARCHIVED' }, variants: { some: {} } },
    orderBy: [{ status: 'desc' }, { createdAt: 'desc' }],
    take: 200,
    select: {
      id: true, title: true, titleZh: true, status: true,
      variants: { orderBy: { position: 'asc' }, take: 60, select: { id: true, title: true, titleZh: true, priceMinor: true, currency: true } },
    },
  });
}

export type Offerable = Awaited<ReturnType<typeof listOfferable>>[number];
