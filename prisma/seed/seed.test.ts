/** The demo brand's story as it stands when it is told; told once for all of these. */
import { beforeAll, describe, expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock, day } from '@/lib/core/time';
import { checkDraw } from '@/lib/drops/draw/check-draw';
import { verifyLedger } from '@/lib/drops/ledger/verify';
import { getReport } from '@/lib/drops/queries';
import { getLedger } from '@/lib/drops/queries/get-ledger';
import { listEntries } from '@/lib/drops/queries/list-entries';
import { passwordFits } from '@/lib/members/password';

import { dropSlugs } from './drops';
import { chineseThreads } from './forum-chinese';
import { englishThreads } from './forum-english';
import { receiptOf } from './lottery';
import { unreadEach } from './send-notices';
import { newWorld } from './world';
import { seed } from '.';

const now = clock();
const world = newWorld(now);
beforeAll(() => seed(world), 240_000);

describe('the demo cast', () => {
  it.each([
    ['fan', []],
    ['owner', []],
    ['new', []],
    ['mod', ['MODERATOR']],
    ['pm', ['PRODUCT_OWNER']],
    ['ops', ['OPERATIONS']],
    ['agent', ['SUPPORT']],
    ['admin', ['ADMIN']],
  ])('%s@demo.millet can sign in, with roles %j', async (part, roles) => {
    const member = await db.member.findUniqueOrThrow({
      where: { email: `${part}@demo.millet` },
      include: { grants: true },
    });
    expect(member.emailVerifiedAt).not.toBeNull();
    expect(member.grants.map(({ roleKey }) => roleKey)).toEqual(roles);
    expect(await passwordFits(member.passwordHash, 'millet-demo')).toBe(true);
    expect(await passwordFits(member.passwordHash, 'millet-dem0')).toBe(false);
    expect(world.cast[part]?.id).toBe(member.id);
  });

  it('has fans of every trust level and one who is suspended', async () => {
    const levels = await db.member.groupBy({
      by: ['trust'],
      where: { grants: { none: {} } },
      orderBy: { trust: 'asc' },
    });
    expect(levels.map(({ trust }) => trust)).toEqual([0, 1, 2, 3, 4]);
    expect(await db.suspension.count({ where: { liftedAt: null, until: { gt: now } } })).toBe(1);
  });
});

describe('the lottery of the demo', () => {
  it('was decided by its published rule, the same for every seeding', async () => {
    const list = await listEntries({ db }, { slug: dropSlugs.lottery, wave: 1, after: 0 });
    if (!list || list === 'undecided') throw new Error('not decided');
    expect(await checkDraw(list)).toMatchObject({ agrees: true, winners: 8 });
    expect(list.count).toBe(13);
    expect(list.entries.filter(({ won }) => won).map(({ id }) => id)).toEqual(
      ['okoro', 'wangyue', 'xiaoman', 'suhe', 'yinuo', 'mateo', 'zhou', 'priya'].map(receiptOf),
    );
  });

  it('was paid for by those who won, and is on its way to them', async () => {
    const orders = await db.order.findMany({
      where: { drop: { slug: dropSlugs.lottery } },
      select: { state: true, claim: { select: { state: true } } },
    });
    expect(orders).toHaveLength(8);
    expect(new Set(orders.map(({ state, claim }) => `${state} ${claim?.state}`))).toEqual(new Set(['SHIPPED PAID']));
    expect(await db.claim.count({ where: { drop: { slug: dropSlugs.lottery }, state: { not: 'PAID' } } })).toBe(0);
  });
});

describe('the demo’s first wave', () => {
  it('has a full report', async () => {
    const { phase, report } = (await getReport(reading(), { slug: dropSlugs.air }))!;
    const sum = (what: 'offered' | 'added' | 'claimed' | 'released' | 'paid' | 'refunded' | 'remaining') =>
      report!.cells.reduce((total, cell) => total + cell[what], 0);
    expect(phase).toBe('ended');
    expect([
      sum('offered'),
      sum('added'),
      sum('claimed'),
      sum('released'),
      sum('paid'),
      sum('refunded'),
      sum('remaining'),
    ]).toEqual([9, 1, 12, 1, 11, 1, 0]);
    expect(report!.waves).toEqual([{ number: 1, firstAfter: 2, goneAfter: 204, lastAfter: 82_800 }]);
    expect(report!.added).toHaveLength(1);
    expect(report!.refusals[0]).toMatchObject({ reason: 'sold-out' });
    expect(Object.values(report!.reserved).reduce((total, count) => total + count, 0)).toBe(7);
  });

  it('has a ledger that agrees', async () => {
    const { books, rows } = (await getLedger({ db }, { slug: dropSlugs.air, limit: 5_000 }))!;
    expect(await verifyLedger(books, rows)).toEqual({ agrees: true, rows: rows.length, books: 3 });
  });
});

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
