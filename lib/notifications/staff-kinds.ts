import type { Reading } from '@/lib/core/context';
import { may, type Actor } from '@/lib/core/actor';
import type { Permission } from '@/lib/core/permissions';
import { hour, minute } from '@/lib/core/time';

import { staffKinds, type StaffKind } from './choices/staff-kinds';
import { staffNotices } from './notices';

type Window = { from: Date; to: Date };
type Kind = {
  permission: Permission;
  notice: (typeof staffNotices)[keyof typeof staffNotices];
  /** How long the next notice of the kind waits for more. */
  pauseMs: number;
  count: (reading: Pick<Reading, 'db'>, window: Window) => Promise<number>;
};

const eventsNamed =
  (name: string) =>
  async ({ db }: Pick<Reading, 'db'>, { from, to }: Window): Promise<number> =>
    db.event.count({ where: { name, at: { gt: from, lte: to } } });

/** What staff are notified of: for whom, how often at most, and how much of it happened in a time. Each count is one statement. */
export const kindOf: Record<StaffKind, Kind> = {
  reports: {
    permission: 'moderation.decide',
    notice: staffNotices['reports.filed'],
    pauseMs: 10 * minute,
    count: eventsNamed('post.reported'),
  },
  orders: {
    permission: 'orders.read',
    notice: staffNotices['orders.settled'],
    pauseMs: hour,
    count: eventsNamed('order.paid'),
  },
  ideas: {
    permission: 'feedback.triage',
    notice: staffNotices['ideas.posted'],
    pauseMs: hour,
    count: async ({ db }, { from, to }) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM "Event" e JOIN feedback.idea i ON i."threadId" = (e."payload"->>'threadId')::uuid
        WHERE e."name" = 'thread.started' AND e."at" > ${from} AND e."at" <= ${to}`;
      return row!.count;
    },
  },
  refunds: {
    permission: 'orders.refund',
    notice: staffNotices['refunds.refused'],
    pauseMs: 10 * minute,
    count: ({ db }, { from, to }) =>
      db.event.count({
        where: {
          name: 'order.alerted',
          at: { gt: from, lte: to },
          payload: { path: ['kind'], equals: 'REFUND_REFUSED' },
        },
      }),
  },
  jobs: {
    permission: 'brand.manage',
    notice: staffNotices['jobs.failed'],
    pauseMs: hour,
    count: async ({ db }, { from, to }) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT 1 FROM graphile_worker.jobs
          WHERE attempts > 1 AND last_error IS NOT NULL AND updated_at > ${from} AND updated_at <= ${to} LIMIT 1000) failing`;
      return row!.count;
    },
  },
};

/** The kinds of which somebody may hear. */
export const kindsFor = (actor: Actor): StaffKind[] => staffKinds.filter((kind) => may(actor, kindOf[kind].permission));
