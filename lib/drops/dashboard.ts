import { declareDashboard } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';
import { after, day } from '@/lib/core/time';

import { standingDrop } from './scopes';

const mostHappenings = 20;

/** What those who run drops see on the start of the staff pages: waves that run, and those that open within a day; by day, how many units were claimed. */
export const dropsDashboard = declareDashboard({
  moreFigures: [
    {
      name: 'claims',
      permission: 'drops.run',
      // From the ledger, which is only ever added to.
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("at" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "UnitMovement" WHERE "at" >= ${since} AND "kind" = 'CLAIMED' GROUP BY 1`,
    },
  ],
  today: [
    {
      permission: 'drops.run',
      read: async ({ db, now }) => {
        const waves = await db.wave.findMany({
          where: { opensAt: { lt: after(now, day) }, closesAt: { gt: now }, drop: standingDrop },
          orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
          take: mostHappenings,
          select: { opensAt: true, pausedAt: true, drop: { select: { id: true, title: true, titleZh: true } } },
        });
        return waves.map(({ opensAt, pausedAt, drop }) => ({
          at: opensAt,
          kind: pausedAt ? 'dropPaused' : opensAt > now ? 'dropOpens' : 'dropRuns',
          title: { en: drop.title, zh: drop.titleZh || drop.title },
          path: path('staff', 'drops', drop.id),
        }));
      },
    },
  ],
});
