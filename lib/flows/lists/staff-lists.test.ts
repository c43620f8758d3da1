/** What holds of every list of the staff pages that declares its orders and filters, each with many rows. */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { listPageSize, readList } from '@/lib/core/list';
import type { BuiltInRole } from '@/lib/core/permissions';
import { asRoles } from '@/tests/support/as-roles';
import { makeMember } from '@/tests/support/factories';
import { slowPlans, slowViews } from '@/tests/support/list-plans';
import { refusal } from '@/tests/support/refusal';
import { exportProducts } from '../catalog/export-products';
import { trials, type Query, type Trial } from '@/tests/support/list-trials';

const count = 12_000;

describe.each(trials)('the list $list.name', ({ list, make, page, index, walked, search, file }) => {
  let values: Awaited<ReturnType<Trial['make']>>;
  beforeAll(async () => void (values = await make(count)), 120_000);

  const thousand = async () => {
    const { rows } = await pool.query<{ id: string }>(`SELECT "id"::text FROM "${list.table}" LIMIT 1000`);
    return { ids: rows.map(({ id }) => id), cut: false };
  };

  it('is read along an index in every order with every filter', async () => {
    expect(await slowPlans(list, values, await thousand())).toEqual({});
  }, 120_000);

  it('is read and counted along an index in every view that it brings along', async () => {
    expect(Object.keys(list.views ?? {}).length).toBeGreaterThan(1);
    expect(await slowViews(list, await thousand())).toEqual({});
  });

  it('is found slow without one of them', async () => {
    await pool.query(`DROP INDEX "${index.name}"`);
    const slow = await slowPlans(list, { ...values, from: [], until: [] }, await thousand(), { most: 1 });
    await pool.query(`CREATE INDEX "${index.name}" ON ${index.on}`);
    expect(Object.keys(slow).length).toBeGreaterThan(0);
  }, 120_000);

  it('is paged forth and back without gap or repetition, as far as there are rows', async () => {
    const { rows: all } = await pool.query<{ id: string }>(
      `SELECT "id"::text FROM "${list.table}" WHERE ${walked.where} ORDER BY ${walked.order}`,
    );
    const ids = all.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2_000);
    const seen: string[] = [];
    let place: Query | undefined = {};
    let last: Awaited<ReturnType<typeof page>> | undefined;
    for (let at = 0; place && at < 4; at += 1) {
      last = await page({ ...walked.query, ...place });
      seen.push(...last.rows.map(({ id }) => id));
      place = last.page.next;
    }
    expect(seen).toEqual(ids.slice(0, 4 * listPageSize));
    expect(last!.page.count).toBe(100);
    const before = await page({ ...walked.query, ...last!.page.previous });
    expect(before.rows.map(({ id }) => id)).toEqual(ids.slice(2 * listPageSize, 3 * listPageSize));
    const end = await page({ ...walked.query, after: undefined, ...(await lastPlace(page, walked.query, ids)) });
    expect(end.rows.at(-1)?.id).toBe(ids.at(-1));
    expect(end.page.next).toBeUndefined();
  }, 120_000);

  it('names what it does not know, and gives an order up that the filters cannot be had with', () => {
    expect(readList(list, { colour: 'red', after: 'x', toString: '1' }).unknown).toEqual([
      'colour',
      'after',
      'toString',
    ]);
    for (const [sort, { with: allowed = [] }] of Object.entries(list.sorts)) {
      const other = Object.keys(list.filters).find(
        (name) => list.filters[name]!.kind === 'from' && !allowed.includes(name),
      );
      if (!other) continue;
      const asked = readList(list, { sort, [other]: '2026-03-01' });
      expect(asked.unsorted).toBe(sort);
      expect(list.sorts[asked.sort]!.with).toContain(other);
    }
  });

  it.runIf(search)('is searched by words in any order and case, and says where it found too much', async () => {
    const { rows } = await pool.query<{ id: string }>(`SELECT (${search!.found})::text AS id`);
    expect((await page({ q: search!.words })).rows.map(({ id }) => id)).toEqual([rows[0]!.id]);
    expect(await page({ q: search!.none })).toMatchObject({ rows: [], cut: false });
    expect(await page({ q: search!.many })).toMatchObject({ cut: true, page: { count: 100 } });
    expect((await page({ q: `'); DROP TABLE & | ! :* \\ <->` })).rows).toEqual([]);
  });

  it.runIf(file)(
    'is taken away as a file by who may, whole and without formulas, and that stands in the audit log',
    async () => {
      await pool.query(file!.spoil);
      const member = async (role: BuiltInRole) => ({ ...(await makeMember({ roles: [role] })), ...asRoles(role) });
      const input = { query: {}, reason: 'For the meeting' };
      expect(await refusal(file!.run(await member(file!.notBy), input))).toBe('not-found');
      const by = await member(file!.by);
      let text = '';
      for await (const line of (await file!.run(by, input)).lines) text += line;
      const cells = parse<Record<string, string>>(text, { bom: true, columns: true });
      const { rows } = await pool.query<{ count: number }>(file!.all);
      expect(cells).toHaveLength(rows[0]!.count);
      expect(cells.map((row) => row[file!.column])).toContain("'=1+1");
      const acts = await db.auditEntry.findMany({ where: { actorId: by.id }, select: { act: true, reason: true } });
      expect(acts).toEqual([{ act: file!.act, reason: 'For the meeting' }]);
    },
    60_000,
  );
});

it('a file in the order of a text is whole though the row where it went on gets another', async () => {
  const products = await db.product.count();
  expect(products).toBeGreaterThan(2_000);
  const by = { ...(await makeMember({ roles: ['OPERATIONS'] })), ...asRoles('OPERATIONS') };
  const { lines } = await exportProducts(by, { query: { sort: 'title' }, reason: 'For the meeting' });
  const first = `${(await lines.next()).value ?? ''}${(await lines.next()).value ?? ''}`;
  const { rows } = await pool.query<{ id: string }>(
    'SELECT "id"::text FROM "Product" ORDER BY lower("title") COLLATE "C", "id" OFFSET 999 LIMIT 1',
  );
  await pool.query(`UPDATE "Product" SET "title" = 'zzzz' WHERE "id" = $1`, [rows[0]!.id]);
  let text = first;
  for await (const line of lines) text += line;
  // The renamed one comes again where it stands now; none of the others is left out.
  expect(
    new Set(parse<Record<string, string>>(text, { bom: true, columns: true }).map(({ handle }) => handle)).size,
  ).toBe(products);
});

// Backwards from behind the end: the last page begins a page before the last row.
async function lastPlace(page: Trial['page'], query: Query, ids: string[]): Promise<Query> {
  let place: Query = {};
  for (let passed = listPageSize; passed < ids.length; passed += listPageSize) {
    const { page: found } = await page({ ...query, ...place });
    place = found.next!;
  }
  return place;
}
