import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import type { BuiltInView } from '@/lib/core/list';
import { path, withQuery } from '@/lib/core/paths';
import { after, minute } from '@/lib/core/time';
import { Prisma } from '@/lib/core/prisma-client/client';
import { waitedByWeek } from '@/lib/core/waited';

import { orderList } from './list';
import { listStuck } from './stuck-parcels';

const toView = (name: 'toShip' | 'attention') => {
  const { filters, sort }: BuiltInView = orderList.views[name];
  return withQuery(path('staff', 'orders'), { ...(filters as Record<string, string>), sort });
};

type Sold = { day: string; currency: string; value: bigint };

/** What those who ship and refund see on the start of the staff pages. */
export const ordersDashboard = declareDashboard({
  waiting: [
    {
      name: 'orders',
      section: 'orders',
      permission: 'orders.read',
      path: () => toView('toShip'),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, (SELECT min("createdAt") FROM "Order" WHERE "state" = 'PAID') AS oldest
          FROM (SELECT 1 FROM "Order" WHERE "state" = 'PAID' LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
  figures: [
    {
      name: 'orders',
      permission: 'orders.read',
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "Order" WHERE "createdAt" >= ${since} AND "state" IN ('PAID', 'SHIPPED', 'DELIVERED') GROUP BY 1`,
    },
    {
      name: 'revenue',
      permission: 'orders.read',
      read: async ({ db }, { zone, since }) => {
        const rows = await db.$queryRaw<Sold[]>`
          SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, "currency", sum("totalMinor")::bigint AS value
          FROM "Order" WHERE "createdAt" >= ${since} AND "state" IN ('PAID', 'SHIPPED', 'DELIVERED') GROUP BY 1, 2`;
        return rows.map(({ value, ...row }) => ({ ...row, value: Number(value) }));
      },
    },
  ],
  responses: [
    {
      name: 'orders',
      permission: 'orders.read',
      // From the order to its parcel; orders that nobody is to send are left out.
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT ${waitedByWeek({ began: Prisma.sql`o."createdAt"`, ended: Prisma.sql`s.at`, zone })}
        FROM "Order" o LEFT JOIN LATERAL (
          SELECT "shippedAt" AS at FROM "Shipment" WHERE "orderId" = o."id" ORDER BY "shippedAt" LIMIT 1
        ) s ON true
        WHERE o."createdAt" >= ${since} AND o."state" IN ('PAID', 'SHIPPED', 'DELIVERED') GROUP BY 1`,
    },
  ],
  wrong: [
    {
      name: 'alerts',
      permission: 'orders.read',
      path: () => toView('attention'),
      read: async ({ db }) =>
        (await db.orderAlert.findMany({ where: { closedAt: null }, select: { id: true }, take: countsTo })).length,
    },
    {
      name: 'parcels',
      permission: 'orders.read',
      path: () => toView('attention'),
      read: async ({ db }) => (await listStuck({ db }, { most: countsTo })).length,
    },
    {
      name: 'paymentNotices',
      permission: 'orders.refund',
      read: async ({ db, now }) =>
        (
          await db.paymentNotice.findMany({
            where: { settledAt: null, receivedAt: { lt: after(now, -10 * minute) } },
            select: { eventId: true },
            take: countsTo,
          })
        ).length,
    },
  ],
});
