import { may } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { mostFound } from '@/lib/core/list';
import { foundByAll, foundIn, inOrderOf, readListPage, type Found, type ListPage } from '@/lib/core/list-page';
import { dropName } from '@/lib/drops/published';
import { namedHandle } from '@/lib/members/published';

import { mostLines } from './limits';
import { titledLine } from './line-title';
import { listStuck, stuckOrders } from './stuck-parcels';
import { orderList, type AskedOrders } from './list';
import { canReadOrders, canShip } from './policy';

type Wanted = { asked: AskedOrders; zone: string; /** What a search found, where one was made. */ searched?: Found };

/** One page of orders for staff, without personal data. */
export async function listOrders(reading: Reading, { asked, zone, searched }: Wanted) {
  if (!canReadOrders(reading.actor)) return { rows: [], page: nothing, cut: false };
  const found = await findOrders(reading, asked, searched);
  const page = await readListPage(orderList, asked, { db: reading.db, zone, found });
  const rows = page.ids.length > 0 ? inOrderOf(page.ids, await readRows(reading, page.ids)) : [];
  return { rows, page, cut: found.cut };
}

/** The ids that a search and the filters which find ids have in common. */
export async function findOrders(
  reading: Pick<Reading, 'db'>,
  { filters }: AskedOrders,
  searched?: Found,
): Promise<Found> {
  const attention = filters.attention ? await withOpenAlert(reading) : undefined;
  return foundByAll([searched, attention].filter((each) => each !== undefined));
}

const nothing: ListPage = { ids: [], count: 0 };

async function withOpenAlert({ db }: Pick<Reading, 'db'>): Promise<Found> {
  const alerts = await db.orderAlert.findMany({
    where: { closedAt: null },
    orderBy: { at: 'asc' },
    take: mostFound + 1,
    select: { orderId: true },
  });
  const stuck = await listStuck({ db }, { most: mostFound + 1 });
  return foundIn([...new Set([...alerts.map(({ orderId }) => orderId), ...stuck])].map((id) => ({ id })));
}

async function readRows({ db }: Pick<Reading, 'db'>, ids: string[]) {
  return db.order.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      number: true,
      state: true,
      createdAt: true,
      totalMinor: true,
      currency: true,
      shipCountry: true,
      member: { select: namedHandle },
      drop: { select: dropName },
      lines: { orderBy: { position: 'asc' }, select: { ...titledLine, quantity: true }, take: mostLines },
      refunds: { where: { state: 'PENDING', payment: { surplusAt: null } }, select: { id: true }, take: 1 },
      alerts: { where: { closedAt: null }, select: { id: true }, take: 1 },
    },
  });
}

export type StaffOrderRow = Awaited<ReturnType<typeof readRows>>[number];

/** The numbers of orders, in the order of their ids; what is none is left out. */
export async function numbersOf({ db, actor }: Reading, { ids }: { ids: string[] }): Promise<string[]> {
  if (!canReadOrders(actor) && !canShip(actor) && !may(actor, 'orders.export')) return [];
  const rows = await db.order.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  return inOrderOf(ids, rows).map(({ number }) => number);
}

/** How many orders staff must look at, counted as far as a hundred. */
export async function countAttention({ db, actor }: Reading): Promise<number> {
  if (!canReadOrders(actor)) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      (SELECT DISTINCT "orderId" FROM "OrderAlert" WHERE "closedAt" IS NULL LIMIT 100) UNION (${stuckOrders} LIMIT 100) LIMIT 100) AS waiting`;
  return row!.count;
}
