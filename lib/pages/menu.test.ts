import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import type { Refused } from '@/lib/core/errors';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makePage } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';

import { keyOf, menuMost } from './choices/menu';
import { putBackMenu, saveMenu } from './commands';
import { saveMenuInput } from './menu-schema';
import { listMenuPages, listMenuVersions, readMenu } from './queries/menu';

const noWords = { en: '', zh: '' };
const area = (name: string, more: object = {}) => ({ type: 'area', area: name, ...more });
const link = (href: string, more: object = {}) => ({ type: 'link', href, words: { en: 'Help', zh: '' }, ...more });
const parse = (entries: unknown, more: object = {}) =>
  saveMenuInput.safeParse({ locale: 'en', shown: 0, entries: JSON.stringify(entries), ...more });
const form = (entries: unknown[], more: object = {}) => parse(entries, more).data!;
const save = transact(saveMenu);
const putBack = transact(putBackMenu);
const back = (version: number, shown: number) => putBack(admin, { version, shown, locale: 'en' });
const keys = async () => (await readMenu(reading())).entries.map(keyOf);
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

describe('the form of the menu', () => {
  const problem = (entries: unknown) =>
    parse(entries).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const hrefOf = (typed: string) => {
    const read = parse([link(typed)]);
    return read.success ? (read.data.entries[0] as { href: string }).href : problem([link(typed)]);
  };

  it('takes paths of this site without their language, and addresses of others by https', () => {
    expect(hrefOf('/products#new')).toBe('/products#new');
    expect(hrefOf(' /zh/pages/about?a=1 ')).toBe('/pages/about?a=1');
    expect(hrefOf('/en')).toBe('/');
    expect(hrefOf('/en?a=1')).toBe('/?a=1');
    expect(hrefOf('/english')).toBe('/english');
    expect(hrefOf(`${env.PUBLIC_URL}/en/ideas`)).toBe('/ideas');
    expect(hrefOf('https://otter.example/a')).toBe('https://otter.example/a');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:a@otter.example',
    'http://otter.example',
    'https://user:word@otter.example',
    '/.//evil.example',
    '/en//evil.example',
    '/en/.//evil.example',
    '/\\evil.example',
    `${env.PUBLIC_URL}//evil.example`,
    `${env.PUBLIC_URL}/en//evil.example`,
    'otter',
    '#top',
    `/${'好'.repeat(300)}`,
  ])('refuses the address %s', (typed) => {
    expect(hrefOf(typed)).toEqual(['entries.0.href code:menu-bad-link']);
  });

  it('takes what leads to another host for what it is', () => {
    expect(hrefOf('//evil.example/a')).toBe('https://evil.example/a');
  });

  it('refuses a link without address or words, and two to the same address', () => {
    expect(problem([link('')])).toEqual(['entries.0.href code:required']);
    expect(problem([link('/a', { words: noWords })])).toEqual(['entries.0.words.en code:required']);
    expect(problem([link('/a', { words: { en: '\u200b', zh: ' ' } })])).toEqual(['entries.0.words.en code:required']);
    expect(problem([link('/a'), area('shop'), link('/en/a')])).toEqual(['entries.2.href code:menu-link-twice']);
  });

  it('refuses what no form of ours sends', () => {
    for (const entries of [
      [area('shop'), area('shop')],
      [area('nowhere')],
      [{ type: 'script' }],
      [{ type: 'page', pageId: 'x' }],
      ['shop', null, 7],
      { entries: [] },
      Array.from({ length: menuMost.links + 1 }, (_, at) => link(`/${at}`)),
      Array.from({ length: 400 }, (_, at) => ({
        type: 'page',
        pageId: `019b0000-0000-7000-8000-${`${at}`.padStart(12, '0')}`,
      })),
      [area('shop', { words: { en: 'a'.repeat(menuMost.words + 1), zh: '' } })],
      [area('shop', { hidden: 'yes' })],
      [link('/a'.repeat(30_000))],
    ])
      expect(parse(entries).success, JSON.stringify(entries).slice(0, 80)).toBe(false);
    expect(saveMenuInput.safeParse({ locale: 'en', shown: 0, entries: '[' }).success).toBe(false);
    expect(saveMenuInput.safeParse({ locale: 'en', shown: -1, entries: '[]' }).success).toBe(false);
  });

  it('keeps nothing that it does not know, and cleans names', () => {
    const { entries } = form([area('shop', { onclick: 'x', words: { en: ' St\u0000or\u200be ', zh: '', fr: 'x' } })]);
    expect(entries).toEqual([{ type: 'area', area: 'shop', hidden: false, words: { en: 'Store', zh: '' } }]);
  });
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
