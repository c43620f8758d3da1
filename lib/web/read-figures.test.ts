import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { forgetMarket } from '@/lib/core/current-market';
import { daysUpTo, weeksUpTo } from '@/lib/core/dashboard';
import { db, pool } from '@/lib/core/db';
import { firstMarket } from '@/lib/core/market';
import { dashboards } from '@/lib/domains-dashboard';
import { messages } from '@/messages';
import { demoMarket } from '@/prisma/seed/market-data';
import { countStatements, truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct } from '@/tests/support/feedback-factories';
import { makeManyIdeas } from '@/tests/support/many-ideas';
import { makeManyOrders } from '@/tests/support/many-orders';
import { makeMarket } from '@/tests/support/market';
import { makeManyReports } from '@/tests/support/many-reports';

import { forgetFigures, readAllFigures, readResponses } from './read-figures';

// Berlin put its clocks back in the night to 25 October, a Sunday.
const now = new Date('2026-10-26T11:00:00Z');
let admin: SignedIn;
let moderator: SignedIn;
const by = (actor: SignedIn) => ({ ...reading(actor, now), actor });

beforeAll(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
  moderator = await makeMember({ roles: ['MODERATOR'] });
  await makeMarket();
  const data = { ...demoMarket, timeZone: 'Europe/Berlin' };
  await db.marketVersion.create({ data: { market: firstMarket, version: 2, data, at: now } });
  forgetMarket();
});
beforeEach(forgetFigures);

describe('figures of a period', () => {
  it('are counted by the days of the shop’s zone, the one of 25 hours too, each beside the period before', async () => {
    const joined = ['2026-10-24T21:59:59Z', '2026-10-24T22:00:01Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:01Z'];
    for (const at of joined) {
      const { id } = await makeMember();
      await db.member.update({ where: { id }, data: { createdAt: new Date(at) } });
    }
    const figures = await readAllFigures(by(admin), 7);
    const members = figures.find(({ name }) => name === 'members')!;
    expect(members.days).toHaveLength(14);
    const on = (day: string) => members.days.find((each) => each.day === day)?.value;
    expect([on('2026-10-24'), on('2026-10-25'), on('2026-10-26')]).toEqual([1, 2, 1]);
  });

  it('are those that a role may read', async () => {
    const names = async (actor: SignedIn) => (await readAllFigures(by(actor), 7)).map(({ name }) => name);
    expect(new Set(await names(moderator))).toEqual(new Set(['members', 'posts', 'threads', 'replies']));
    expect(await names(admin)).toEqual(expect.arrayContaining(['orders', 'revenue', 'ideas', 'replies']));
    expect((await readResponses(by(moderator))).map(({ name }) => name)).toEqual(['reports']);
  });

  it('are read once a minute, however many look at them', async () => {
    await readAllFigures(by(admin), 28);
    const { statements } = await countStatements(() => readAllFigures(by(admin), 28));
    expect(statements).toEqual([]);
    const other = await countStatements(() => readAllFigures(by(admin), 91));
    expect(other.statements.length).toBeGreaterThan(5);
  });
});

describe('how fast staff answer', () => {
  it('is told by the week in which things came, from what was answered', async () => {
    const product = await makeProduct();
    const came = new Date('2026-10-20T10:00:00Z');
    const hours = [1, 2, 3, 4, 30, null];
    for (const each of hours) {
      const idea = await makeIdea(product);
      await db.idea.update({ where: { id: idea.id }, data: { createdAt: came } });
      await db.ideaStep.deleteMany({ where: { ideaId: idea.id } });
      const step = (after: number) => new Date(+came + after * 3_600_000);
      // What brought it in is no answer, and only the first answer counts.
      await db.ideaStep.create({ data: { ideaId: idea.id, to: 'NEW', byId: admin.id, at: came } });
      if (each === null) continue;
      for (const at of [step(each), step(each + 100)])
        await db.ideaStep.create({ data: { ideaId: idea.id, from: 'NEW', to: 'ACCEPTED', byId: admin.id, at } });
    }
    const ideas = (await readResponses(by(admin))).find(({ name }) => name === 'ideas')!;
    expect(ideas.weeks).toHaveLength(12);
    expect(ideas.weeks.at(-1)).toEqual({ week: '2026-10-26', came: 0, answered: 0, median: null, most: null });
    const { week, came: all, answered, median, most } = ideas.weeks.at(-2)!;
    expect([week, all, answered, median]).toEqual(['2026-10-19', 6, 5, 3 * 3_600]);
    expect(most! / 3_600).toBeCloseTo(4 + 0.6 * 26, 5);
  });

  it('begins its weeks on Mondays of the zone', () => {
    const weeks = (at: string, zone: string) => weeksUpTo(new Date(at), zone, 12).dates;
    // A Sunday evening in Berlin is a Monday in Shanghai.
    expect(weeks('2026-10-25T22:00:00Z', 'Europe/Berlin').at(-1)).toBe('2026-10-19');
    expect(weeks('2026-10-25T22:00:00Z', 'Asia/Shanghai').at(-1)).toBe('2026-10-26');
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', 'UTC'])
      expect(weeks('2026-10-26T00:30:00Z', zone)).toHaveLength(12);
  });
});

it('has words in both languages for everything that it shows', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const { dashboard, figures } = messages[language].staff as unknown as Record<string, Record<string, object>>;
    for (const { name } of dashboards.flatMap((each) => [...(each.figures ?? []), ...(each.moreFigures ?? [])]))
      expect(dashboard!.figures, `${language} ${name}`).toHaveProperty(name);
    for (const { name } of dashboards.flatMap((each) => each.responses ?? []))
      expect(figures!.responses, `${language} ${name}`).toHaveProperty(name);
  }
});

describe('among many rows', () => {
  beforeAll(async () => {
    await makeManyOrders(20_000);
    await makeManyIdeas(6_000);
    await makeManyReports(6_000);
    await pool.query('ANALYZE');
  }, 120_000);

  const lines = dashboards.flatMap(({ figures = [], moreFigures = [], responses = [] }) => [
    ...figures.map((line) => ({ ...line, kind: 'day' as const })),
    ...moreFigures.map((line) => ({ ...line, kind: 'day' as const })),
    ...responses.map((line) => ({ ...line, kind: 'week' as const })),
  ]);

  it.each(lines)('$name by $kind reads no table from its beginning', async ({ kind, read }) => {
    const days = kind === 'day' ? daysUpTo(now, 'UTC', 56) : weeksUpTo(now, 'UTC', 12);
    const plans: string[] = [];
    const explaining = {
      $queryRaw: async (parts: TemplateStringsArray, ...values: unknown[]) => {
        const text = parts.reduce((whole, part, at) => `${whole}$${at}${part}`);
        plans.push(await planOf(text, values));
        return [];
      },
    };
    await read({ ...by(admin), db: explaining as never }, days);
    expect(plans).toHaveLength(1);
    expect(plans[0]).not.toMatch(/Seq Scan/);
    expect(plans[0]).toMatch(/Index Cond: .*\b(createdAt|openedAt|id|at)\b/);
  });
});

// Small tables are read whole where that may be chosen; where it may not, a scan is left only if there is no index to use.
async function planOf(text: string, values: unknown[]): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
