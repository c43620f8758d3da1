import { beforeAll, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { dashboards } from '@/lib/domains-dashboard';
import { staffSectionsFor } from '@/lib/domains';
import { messages } from '@/messages';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeThread } from '@/tests/support/forum-factories';

import { readFigures, readToday, readWaiting, readWrong } from './read-dashboard';

const now = new Date('2026-11-29T10:00:00Z');
let admin: SignedIn;
let moderator: SignedIn;
const by = (actor: SignedIn) => ({ ...reading(actor, now), actor });

beforeAll(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
  moderator = await makeMember({ roles: ['MODERATOR'] });
});

it('has words for every line in both languages, and a section that exists for each that waits', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const words = messages[language].staff.dashboard as unknown as Record<string, Record<string, unknown>>;
    for (const kind of ['waiting', 'figures', 'wrong'] as const)
      for (const { name } of dashboards.flatMap((each): readonly { name: string }[] => each[kind] ?? []))
        expect(words[kind]?.[name], `${language} ${kind} ${name}`).toBeTruthy();
  }
  const sections: string[] = staffSectionsFor(admin);
  for (const { section } of dashboards.flatMap(({ waiting }) => waiting ?? [])) expect(sections).toContain(section);
});

it('shows a moderator reports and people, and nothing of orders or ideas', async () => {
  const { number } = await makeThread(admin, await makeBoard({}));
  const post = await db.post.findFirstOrThrow({ where: { thread: { number } }, select: { id: true } });
  const at = new Date('2026-11-28T10:00:00Z');
  await db.reportCase.create({ data: { postId: post.id, openedAt: at, changedAt: at } });
  expect(await readWaiting(moderator)).toEqual([
    { name: 'reports', section: 'reports', path: '/staff/reports', count: 1, oldest: at },
  ]);
  expect((await readFigures(by(moderator))).map(({ name }) => name).toSorted()).toEqual(['members', 'posts']);
  expect(await readToday(by(moderator))).toEqual([]);
  expect((await readFigures(by(admin))).map(({ name }) => name)).toContain('revenue');
});

it('counts days by the time zone of the brand, and days without any as nought', async () => {
  await db.member.update({ where: { id: moderator.id }, data: { createdAt: new Date('2026-11-28T23:59:59Z') } });
  await db.member.update({ where: { id: admin.id }, data: { createdAt: new Date('2026-11-29T00:00:01Z') } });
  const members = (await readFigures(by(admin))).find(({ name }) => name === 'members')!;
  expect(members.days.map(({ day }) => day)).toEqual([...Array(14)].map((_, at) => `2026-11-${16 + at}`));
  const valueOn = (wanted: string) => members.days.find(({ day }) => day === wanted)!.value;
  expect([valueOn('2026-11-27'), valueOn('2026-11-28')]).toEqual([0, 1]);
  expect(valueOn('2026-11-29')).toBeGreaterThan(0);
});

it('tells only those who run the brand that a schedule is late', async () => {
  await db.scheduleRun.create({ data: { name: 'sweep', succeededAt: new Date(0), dueBy: new Date(1) } });
  expect(await readWrong(by(admin))).toContainEqual({ name: 'schedules', count: 1, path: undefined });
  expect(await readWrong(by(moderator))).toEqual([]);
});
