import { beforeEach, describe, expect, it } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { readList } from '@/lib/core/list';
import { after, clock, day } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { slowPlans, slowViews } from '@/tests/support/list-plans';

import { memberList } from './list';
import { listMembers } from './queries';

beforeEach(truncateAll);

const list = (query: Record<string, string>) =>
  listMembers({ db, now: clock() }, { asked: readList(memberList, query), zone: 'UTC' });

describe('finding members', () => {
  it('by handle, name in any script, or whole address; page after page without gap or repetition', async () => {
    for (let at = 0; at < 65; at += 1)
      await makeMember({
        handle: `walker${at}`,
        name: at === 7 ? '林小满' : `Walker ${at}`,
        joinedAt: after(clock(), -Math.floor(at / 10) * day),
      });
    const only = async (search: string) => (await list({ q: search })).rows.map(({ handle }) => handle);
    expect(await only('小满')).toEqual(['walker7']);
    expect(await only('WALKER64')).toEqual(['walker64']);
    expect(await only('@walker3')).toContain('walker3');
    expect(await only('walker3@test.millet')).toEqual([]);
    expect(await only('100%_')).toEqual([]);
    const seen: string[] = [];
    let place: Record<string, string> | undefined = {};
    while (place) {
      const { rows, page } = await list({ q: 'walker', ...place });
      seen.push(...rows.map(({ handle }) => String(handle)));
      place = page.next;
    }
    expect(seen).toHaveLength(65);
    expect(new Set(seen).size).toBe(65);
  });

  it('by role, suspension and trust level, and along an index in every order', async () => {
    const [mod, gone, back] = [
      await makeMember({ handle: 'mod' }),
      await makeMember({ handle: 'gone' }),
      await makeMember(),
    ];
    await db.staffRole.createMany({ data: [{ key: 'HELPER', permissions: [], at: clock() }], skipDuplicates: true });
    await db.grant.create({ data: { memberId: mod.id, roleKey: 'HELPER', at: clock() } });
    await db.suspension.createMany({
      data: [
        { memberId: gone.id, reason: 'spam', at: clock() },
        { memberId: back.id, reason: 'spam', at: after(clock(), -2 * day), until: after(clock(), -day) },
      ],
    });
    await pool.query(
      `INSERT INTO "Member" ("id", "handle", "name", "trust", "createdAt", "lastSeenAt")
       SELECT gen_random_uuid(), CASE WHEN i % 400 <> 200 THEN 'many' || i END, '林 ' || i, CASE WHEN i > 15000 THEN 3 ELSE i % 2 END, now() - i * interval '1 hour',
         CASE WHEN i % 2 = 0 THEN now() - i * interval '1 minute' END FROM generate_series(1, 20000) i`,
    );
    await pool.query('VACUUM ANALYZE "Member"');
    const { rows } = await pool.query<{ id: string }>('SELECT "id"::text FROM "Member" LIMIT 1000');
    const found = { ids: rows.map(({ id }) => id), cut: false };
    const values = {
      trust: ['0', '3', '4'],
      customer: ['1'],
      role: ['HELPER'],
      suspended: ['1'],
      from: ['2026-03-01'],
      until: ['2026-04-01'],
    };
    expect(await slowPlans(memberList, values, found)).toEqual({});
    expect(await slowViews(memberList, found)).toEqual({});
    const handles = async (query: Record<string, string>) => (await list(query)).rows.map(({ handle }) => handle);
    expect(await handles({ role: 'HELPER' })).toEqual(['mod']);
    expect(await handles({ suspended: '1' })).toEqual(['gone']);
    expect((await handles({ trust: '3', sort: 'oldest' }))[0]).toBe('many20000');
    expect((await handles({ sort: 'seen' }))[0]).toBe('many2');
    expect((await list({ q: '林' })).cut).toBe(true);
  });
});
