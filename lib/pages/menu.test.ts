import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import type { Refused } from '@/lib/core/errors';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { menuArea as area, menuLink as link, readMenuForm } from '@/tests/support/menu-factories';
import { makePage } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';

import { keyOf } from './choices/menu';
import { putBackMenu, saveMenu } from './commands';
import { listMenuPages, listMenuVersions, readMenu } from './queries/menu';

const form = (entries: unknown[], more: object = {}) => readMenuForm(entries, more).data!;
const save = transact(saveMenu);
const putBack = transact(putBackMenu);
const back = (version: number, shown: number) => putBack(admin, { version, shown, locale: 'en' });
const keys = async () => (await readMenu(reading())).entries.map(keyOf);
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

describe('saving the menu', () => {
  it('is for who edits pages, keeps every version, and says what changed', async () => {
    expect(await refusal(save(guest, form([])))).toBe('forbidden');
    expect(await refusal(putBack(guest, { version: 0, shown: 0, locale: 'en' }))).toBe('forbidden');
    const first = [area('shop', { words: { en: 'Store', zh: '' } }), area('community')];
    await save(admin, form(first));
    await save(admin, form([...first, area('drops', { hidden: true }), link('/help')], { shown: 1 }));
    const { versions } = await listMenuVersions(reading(admin));
    expect(versions.map(({ version, parts, by }) => [version, parts, by?.name])).toEqual([
      [2, ['order', 'hidden', 'links'], 'Ada'],
      [1, ['order', 'words'], 'Ada'],
    ]);
    expect(await keys()).toEqual([
      ...['area shop', 'area community', 'area drops', 'link /help', 'area ideas', 'area roadmap', 'area releases'],
    ]);
  });

  it('writes nothing where nothing differs', async () => {
    expect(await save(admin, form([]))).toEqual({ version: 0 });
    expect(await save(admin, form([area('community'), area('ideas')]))).toEqual({ version: 0 });
    await save(admin, form([area('drops')]));
    expect(await save(admin, form([area('drops'), area('community')], { shown: 1 }))).toEqual({ version: 1 });
    expect(await db.menuVersion.count()).toBe(1);
    expect(await db.auditEntry.count({ where: { act: 'menu.save' } })).toBe(1);
  });

  it('keeps the place of a page that is withdrawn, and forgets one that leaves the header', async () => {
    const make = (title: string) => makePage(admin, { title, state: 'PUBLISHED', place: 'HEADER' });
    const [a, b] = [await make('A'), await make('B')];
    const page = ({ id: pageId }: { id: string }) => ({ type: 'page', pageId });
    await save(admin, form([page(b), area('shop'), page(a)]));
    await b.again({ state: 'WITHDRAWN' });
    await save(admin, form([page(b), area('drops'), page(a)], { shown: 1 }));
    expect((await keys()).slice(0, 3)).toEqual([`page ${b.id}`, 'area drops', `page ${a.id}`]);
    await a.again({ place: 'FOOTER' });
    await save(admin, form([page(b), area('shop'), page(a)], { shown: 2 }));
    expect(await keys()).not.toContain(`page ${a.id}`);
    expect((await listMenuPages(reading(admin))).map(({ title, state }) => [title, state])).toEqual([
      ['B', 'WITHDRAWN'],
    ]);
  });

  it('is refused while another one is just saved that its writer did not see; they learn by whom, and what changed', async () => {
    const other = await connect();
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO "MenuVersion" ("version", "data", "parts", "actorId", "at") VALUES (1, $1, '{order,links}', $2, now())`,
      [JSON.stringify({ entries: [area('drops')] }), admin.id],
    );
    const late = save(admin, form([area('shop')])).catch((error: Refused) => error);
    await untilWaiting(1);
    await other.query('COMMIT');
    const told = { code: 'menu-changed', detail: { values: { name: 'Ada', version: 1, what: 'order, links' } } };
    expect(await late).toMatchObject(told);
    expect(await save(admin, form([])).catch((error: Refused) => error)).toMatchObject(told);
    expect(await keys()).toContain('area drops');
    expect(await db.menuVersion.count()).toBe(1);
  });

  it('overwrites who saved meanwhile without the number of the version that was seen (control)', async () => {
    const [first, second] = [await connect(), await connect()];
    const row = JSON.stringify({ entries: [area('drops')] });
    const seen = (client: pg.Client) => client.query(`SELECT coalesce(max("version"), 0) AS last FROM "MenuVersion"`);
    for (const client of [first, second]) {
      await client.query('BEGIN');
      expect((await seen(client)).rows).toEqual([{ last: 0 }]);
    }
    const insert = (client: pg.Client, number: string) =>
      client.query(
        `INSERT INTO "MenuVersion" ("version", "data", "parts", "at") SELECT ${number}, $1, '{}', now() ON CONFLICT DO NOTHING`,
        [row],
      );
    await insert(first, '1');
    const late = insert(second, '1');
    await untilWaiting(1);
    await first.query('COMMIT');
    expect((await late).rowCount).toBe(0);
    // The number that is free now is no guard: whoever takes it overwrites what was not seen.
    const free = `(SELECT coalesce(max("version"), 0) + 1 FROM "MenuVersion")`;
    expect((await insert(second, free)).rowCount).toBe(1);
    await second.query('COMMIT');
    expect(await db.menuVersion.count()).toBe(2);
  });
});

const clients: pg.Client[] = [];
afterAll(() => Promise.all(clients.map((each) => each.end())));

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  clients.push(client);
  await client.connect();
  return client;
}

describe('putting an older menu back', () => {
  it('makes it a new version, to which what is newer is added at its end', async () => {
    await save(admin, form([area('drops'), link('/help')]));
    await save(admin, form([area('shop', { hidden: true })], { shown: 1 }));
    const page = await makePage(admin, { title: 'A', state: 'PUBLISHED', place: 'HEADER' });
    expect(await back(1, 2)).toEqual({ version: 3 });
    const now = await keys();
    expect(now.slice(0, 2)).toEqual(['area drops', 'link /help']);
    expect(now.at(-1)).toBe(`page ${page.id}`);
    expect((await listMenuVersions(reading(admin))).versions[0]).toMatchObject({ parts: ['order', 'hidden', 'links'] });
    expect(await db.auditEntry.findFirst({ where: { act: 'menu.putBack' }, select: { detail: true } })).toEqual({
      detail: { version: 3, from: 1, parts: ['order', 'hidden', 'links'] },
    });
    expect(await back(3, 3)).toEqual({ version: 3 });
  });

  it('brings the program’s own back with 0, and refuses an older view or what is not there', async () => {
    await save(admin, form([area('drops', { words: { en: 'Sales', zh: '' } })]));
    expect(await refusal(back(0, 0))).toBe('menu-changed');
    expect(await refusal(back(7, 1))).toBe('not-found');
    expect(await back(0, 1)).toEqual({ version: 2 });
    expect((await keys())[0]).toBe('area community');
    expect(await back(0, 2)).toEqual({ version: 2 });
  });

  it('refuses one that this program cannot read', async () => {
    await db.menuVersion.create({ data: { version: 1, data: { entries: [area('tomorrow')] }, at: new Date() } });
    await save(admin, form([area('drops')], { shown: 1 }));
    expect(await refusal(back(1, 2))).toBe('version-unreadable');
  });
});

describe('a stored menu', () => {
  it('is read but for what this program does not know, or would not show', async () => {
    const entries = [area('tomorrow'), link('javascript:alert(1)'), link('//evil.example'), area('drops'), 7];
    await db.menuVersion.create({ data: { version: 1, data: { entries }, at: new Date() } });
    expect(await keys()).toEqual(['area drops']);
    await db.menuVersion.create({ data: { version: 2, data: { order: [] }, at: new Date() } });
    expect(await readMenu(reading())).toEqual({ version: 2, entries: [] });
    expect((await listMenuVersions(reading(admin))).versions).toHaveLength(2);
  });
});
