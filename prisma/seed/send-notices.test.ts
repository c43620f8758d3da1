import { beforeAll, describe, expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { day } from '@/lib/core/time';
import { getReport } from '@/lib/drops/queries';

import { dropSlugs } from './drops';
import { englishThreads } from './forum-english';
import { chineseThreads } from './forum-chinese';
import { seed } from '.';
import { unreadEach } from './send-notices';

beforeAll(seed, 240_000);

describe('what the demo tells', () => {
  it('of the first wave is what its report says', async () => {
    const { report } = (await getReport(reading(), { slug: dropSlugs.air }))!;
    const sum = (what: 'offered' | 'added' | 'paid' | 'refunded') =>
      report!.cells.reduce((total, cell) => total + cell[what], 0);
    const parcels = await db.order.findMany({
      where: { claim: { drop: { slug: dropSlugs.air } }, state: { in: ['PAID', 'SHIPPED', 'DELIVERED'] } },
      select: { paidAt: true, steps: { where: { kind: 'SHIPPED' }, select: { at: true } } },
    });
    const inTime = parcels.filter(
      ({ paidAt, steps: [sent] }) => sent && sent.at.getTime() - paidAt!.getTime() <= 2 * day,
    );
    const { body } = englishThreads.find(({ title }) => title.startsWith('The last drop in numbers'))!;
    const told = Object.fromEntries(
      [...body.matchAll(/^\| (.+?) \| (\d+) \| (\d+) \|$/gm)].map(([, what, planned, happened]) => [
        what,
        [Number(planned), Number(happened)],
      ]),
    );
    expect(told).toEqual({
      'pairs on offer': [sum('offered'), sum('offered') + sum('added')],
      'minutes until none were left': [30, Math.floor(report!.waves[0]!.goneAfter! / 60)],
      'pairs paid for': [sum('offered'), sum('paid')],
      'of those refunded': [0, sum('refunded')],
      'parcels out within two days': [parcels.length, inTime.length],
    });
  });

  it('is reviewed by those who own it or had one on trial', async () => {
    for (const { by, board, body, title } of [...englishThreads, ...chineseThreads].filter(
      ({ kind }) => kind === 'REVIEW',
    )) {
      const owned = await db.ownership.count({
        where: { member: { email: `${by}@demo.millet` }, product: { handle: board } },
      });
      expect({ title, fits: owned > 0 || /trial|试用/.test(`${title} ${body}`) }).toEqual({ title, fits: true });
    }
  });

  it('reaches members at the time of its event, and they have read all but the newest', async () => {
    const late = await db.$queryRaw<
      object[]
    >`SELECT n."kind", n."createdAt", e."at", n."readAt" FROM "Notification" n JOIN "Event" e ON e."id" = n."eventId" WHERE n."createdAt" NOT BETWEEN e."at" AND e."at" + interval '1 minute' OR n."readAt" < n."createdAt"`;
    expect(late).toEqual([]);
    const unread = await db.notification.groupBy({ by: ['memberId'], where: { readAt: null }, _count: true });
    expect(unread.length).toBeGreaterThan(5);
    expect(Math.max(...unread.map(({ _count }) => _count))).toBe(unreadEach);
    expect(await db.notification.count({ where: { readAt: { not: null } } })).toBeGreaterThan(20);
  });
});
