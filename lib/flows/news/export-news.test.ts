import { beforeEach, expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { newsList, readNewsList } from '@/lib/news/list';
import { maskAddress } from '@/lib/news/mask-address';
import { listListed } from '@/lib/news/queries/list-listed';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { slowPlans } from '@/tests/support/list-plans';
import { refusal } from '@/tests/support/refusal';

import { exportNews } from './export-news';

beforeEach(truncateAll);

const at = (minutes: number) => after(clock(), minutes * minute);

async function stage() {
  const wording = 'Tell me, "please"';
  const row = { locale: 'en', wording, askedAt: at(-90) };
  await db.newsConsent.createMany({
    data: [
      { ...row, email: 'ada@example.com', confirmedAt: at(-60) },
      { ...row, email: '=bo@example.com', locale: 'zh', confirmedAt: at(-30) },
      { ...row, email: 'asked@example.com' },
      { ...row, email: 'left@example.com', confirmedAt: at(-80), leftAt: at(-10) },
    ],
  });
  return makeMember({ roles: ['ADMIN'] });
}

it('lists who confirmed and has not left, the latest first, with masked addresses', async () => {
  const admin = await stage();
  for (const query of [{}, { listed: 'no' }, { sort: 'other' }]) {
    const { rows, page } = await listListed(reading(admin), { asked: readNewsList(query), zone: 'UTC' });
    expect(rows.map(({ masked, locale }) => [masked, locale])).toEqual([
      ['=•••@example.com', 'zh'],
      ['a•••@example.com', 'en'],
    ]);
    expect(page.count).toBe(2);
  }
  const other = await makeMember({ roles: ['OPERATIONS'] });
  expect((await listListed(reading(other), { asked: readNewsList({}), zone: 'UTC' })).rows).toEqual([]);
});

it('goes into a file whole, with formulas defused, for a reason that the audit log keeps', async () => {
  const admin = await stage();
  const { file, lines } = await exportNews(admin, { query: { listed: 'no' }, reason: 'Our first letter' });
  let text = '';
  for await (const line of lines) text += line;
  expect(file).toBe('news.csv');
  expect(text).toContain('ada@example.com,en,');
  expect(text).toContain("'=bo@example.com");
  expect(text).toContain('"Tell me, ""please"""');
  expect(text).not.toMatch(/asked@|left@/);
  expect(await db.auditEntry.findFirst({ where: { act: 'news.export' }, select: { reason: true } })).toEqual({
    reason: 'Our first letter',
  });
  expect(await refusal(exportNews(await makeMember({ roles: ['OPERATIONS'] }), { query: {}, reason: 'x' }))).toBe(
    'not-found',
  );
});

it('is read along an index, among however many who left', async () => {
  await db.$executeRaw`
    INSERT INTO "NewsConsent" ("id", "email", "locale", "wording", "askedAt", "confirmedAt", "leftAt")
    SELECT gen_random_uuid(), 'n' || i || '@example.com', 'en', 'Tell me', now() - i * interval '1 minute', now() - i * interval '1 minute',
      CASE WHEN i % 5 > 0 THEN now() END FROM generate_series(1, 20000) i`;
  await db.$executeRaw`ANALYZE "NewsConsent"`;
  expect(await slowPlans(newsList, { listed: ['yes'] }, { ids: [], cut: false })).toEqual({});
});

it.each([
  ['ada@example.com', 'a•••@example.com'],
  ['"a@b"@example.com', '"•••@example.com'],
  ['𝒶@example.com', '𝒶•••@example.com'],
  ['nothing', '•••'],
])('masks %s', (email, masked) => {
  expect(maskAddress(email)).toBe(masked);
});
