import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makePage, pageForm, type PageFields } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';

import type { LawKind } from './choices/kinds';
import { deletePage, savePage } from './commands';
import { getPage, listLinkedPages } from './queries';
import { listPageVersions } from './queries/staff-pages';

const save = transact(savePage);
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const make = (more: PageFields = {}) => makePage(admin, more);
const read = (slug: string) => getPage(reading(), { slug });

describe('the address of a page', () => {
  it('goes to one of two who ask for it at once, in each of ten rounds', async () => {
    for (let round = 0; round < 10; round += 1) {
      const slug = `round-${round}`;
      const both = await Promise.allSettled([make({ slug }), make({ slug })]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const [lost] = both.filter((each) => each.status === 'rejected');
      expect(lost!.reason).toMatchObject({ code: 'page-address-taken' });
    }
  });
});

describe('two who save at once', () => {
  it('are told: the first is kept, the second learns who changed what', async () => {
    const page = await make();
    const saves = await Promise.allSettled([page.again({ title: 'Us A' }), page.again({ title: 'Us B' })]);
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [lost] = saves.filter((each) => each.status === 'rejected');
    expect(lost!.reason).toMatchObject({
      code: 'page-changed',
      detail: { values: { name: 'Ada', version: 2, what: 'title' } },
    });
    const { versions } = await listPageVersions(reading(admin), { id: page.id });
    expect(versions.map(({ version, parts, by }) => [version, parts, by?.name])).toEqual([
      [2, ['title'], 'Ada'],
      [1, [], 'Ada'],
    ]);
  });

  it('overwrite each other without the version (control)', async () => {
    const { id } = await make();
    const blind = (title: string) =>
      inTransaction(admin, (ctx) =>
        ctx.db.page.updateMany({ where: { id }, data: { title, version: { increment: 1 } } }),
      );
    const counts = await Promise.all([blind('Us A'), blind('Us B')]);
    expect(counts.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('are told also where the other deleted it; what was public stays', async () => {
    const page = await make();
    await transact(deletePage)(admin, { pageId: page.id, shown: 1 });
    expect(await refusal(page.again({}))).toBe('not-found');
    const other = await make();
    await other.again({ state: 'PUBLISHED' });
    expect(await refusal(transact(deletePage)(admin, { pageId: other.id, shown: 2 }))).toBe('page-was-public');
    const third = await make();
    await third.again({ title: 'Changed' });
    expect(await refusal(transact(deletePage)(admin, { pageId: third.id, shown: 1 }))).toBe('page-changed-delete');
  });
});

describe('two who publish a page of one kind at once', () => {
  const lawPage = (kind: LawKind) =>
    db.page.create({
      data: { kind, title: kind, blocks: [], rendered: [], createdAt: new Date(), updatedAt: new Date() },
    });
  const publish = (pageId: string) => save(admin, pageForm({ pageId, shown: 1, state: 'PUBLISHED' }));

  it('one is refused, in each of ten rounds; the address is that of the kind', async () => {
    for (let round = 0; round < 10; round += 1) {
      await db.page.deleteMany();
      const [a, b, other] = [await lawPage('TERMS'), await lawPage('TERMS'), await lawPage('IMPRINT')];
      const both = await Promise.allSettled([publish(a.id), publish(b.id), publish(other.id)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      const [lost] = both.filter((each) => each.status === 'rejected');
      expect(lost!.reason).toMatchObject({ code: 'page-kind-published' });
    }
    expect(await read('terms')).toMatchObject({ kind: 'TERMS', slug: 'terms' });
    expect((await listLinkedPages(reading())).law.map(({ slug }) => slug).toSorted()).toEqual(['imprint', 'terms']);
  });

  const clients: pg.Client[] = [];
  afterAll(() => Promise.all(clients.map((each) => each.end())));

  it('both would be, by who does not take turns, but for the index (control)', async () => {
    const [a, b] = [await lawPage('TERMS'), await lawPage('TERMS')];
    const begin = async (id: string) => {
      const client = new pg.Client({ connectionString: env.DATABASE_URL });
      clients.push(client);
      await client.connect();
      await client.query('BEGIN');
      const { rows } = await client.query(`SELECT 1 FROM "Page" WHERE "kind" = 'TERMS' AND "state" = 'PUBLISHED'`);
      return {
        found: rows.length,
        publish: () => client.query(`UPDATE "Page" SET "state" = 'PUBLISHED' WHERE "id" = $1`, [id]),
        client,
      };
    };
    const [first, second] = [await begin(a.id), await begin(b.id)];
    expect([first.found, second.found]).toEqual([0, 0]);
    await first.publish();
    const late = second.publish();
    late.catch(() => undefined);
    await untilWaiting(1);
    await first.client.query('COMMIT');
    await expect(late).rejects.toMatchObject({ code: '23505', constraint: 'Page_one_published_of_kind' });
  });
});
