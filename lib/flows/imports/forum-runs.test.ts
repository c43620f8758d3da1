/** A forum that moves in from the pages of staff, by its API and the key of the settings. */
import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { goOnWithRun, importRehearsed, rehearseForum, stopImportRun } from '@/lib/imports/commands';
import { rehearseForumForm } from '@/lib/imports/schema';
import { truncateAll } from '@/tests/support/database';
import { madeForum, madeTopic } from '@/tests/support/discourse-forum';
import { standInKey, tooMany, type StandIn, type StandInRules } from '@/tests/support/discourse-stand-in';
import { makeMember } from '@/tests/support/factories';
import { runOf } from '@/tests/support/import-runs';
import { insideFetch } from '@/tests/support/inside-fetch';
import { standIns } from '@/tests/support/read-stand-in';

import { runImport } from './run-import';

vi.setConfig({ testTimeout: 60_000 });

const topics = 6;
const serve = standIns();
const forum = () => madeForum(Array.from({ length: topics }, (_, at) => madeTopic(1_000 + at, 2)));
let admin: SignedIn;
let folder: string;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'forum-runs-')), 'forum');
});

const ask = (standIn: StandIn) => transact(rehearseForum)(admin, { site: standIn.site, again: false });
const work = (id: string, standIn: StandIn, key: string | undefined = standInKey) =>
  runImport({ id }, { forum: { fetch: insideFetch([standIn.port]), key, perMinute: 6_000, folder } });

it('it is read and rehearsed, imported from what was read, and brought up to date later', async () => {
  const made = forum();
  const standIn = await serve(made);
  const rehearsal = await ask(standIn);
  await work(rehearsal.id, standIn);
  expect(await runOf(rehearsal.id)).toMatchObject({
    ...{ state: 'DONE', rehearsal: true, uploadId: null },
    report: {
      counts: [{ kind: 'threads', all: topics }, { kind: 'posts', all: 2 * topics }, { kind: 'members' }],
      forum: { boards: 3, closed: 1 },
      unread: { topics: 0 },
    },
  });
  expect([await db.thread.count(), await db.board.count()]).toEqual([0, 0]);
  const asked = standIn.asked.length;

  const run = await transact(importRehearsed)(admin, { id: rehearsal.id });
  await work(run.id, standIn);
  expect(await runOf(run.id)).toMatchObject({ state: 'DONE', rehearsal: false, report: { forum: null } });
  expect(await db.thread.count()).toBe(topics);
  expect(standIn.asked.slice(asked).filter((each) => each.startsWith('/t/'))).toEqual([]);

  made.topics.push(madeTopic(2_000, 1));
  const later = await transact(importRehearsed)(admin, { id: rehearsal.id });
  await work(later.id, standIn);
  expect(await db.thread.count()).toBe(topics + 1);
});

it.each([
  ['another forum', 'https://forum.example'],
  ['the same host below another path', 'below'],
  ['none', undefined],
])('a key of the settings that is of %s is not sent to the address that staff name', async (_, of) => {
  const standIn = await serve(forum());
  const { id } = await ask(standIn);
  const fetch = vi.fn(insideFetch([standIn.port]));
  const settings = { DISCOURSE_API_KEY: standInKey, DISCOURSE_API_SITE: of === 'below' ? `${standIn.site}/forum` : of };
  const by = { fetch, perMinute: 6_000, folder };
  await runImport({ id }, { forum: { ...by, settings } });
  expect(await runOf(id)).toMatchObject({ state: 'FAILED', failure: 'key-of-another' });
  expect(fetch).not.toHaveBeenCalled();
  await transact(goOnWithRun)(admin, { id });
  const right = { ...settings, DISCOURSE_API_SITE: `${standIn.site}/` };
  await runImport({ id }, { forum: { ...by, settings: right } });
  expect((await runOf(id)).state).toBe('DONE');
});

it('neither the key nor an address of anybody stands in what is kept of it', async () => {
  const standIn = await serve(forum());
  const { id } = await ask(standIn);
  await work(id, standIn);
  const kept = JSON.stringify([await db.importRun.findMany(), await db.auditEntry.findMany()]);
  expect(kept).not.toContain(standInKey);
  expect(kept).not.toContain('@old.example');
});

it.each<[string, StandInRules, string | undefined, string]>([
  ['there is no key', {}, '', 'no-key'],
  [
    'the key is refused',
    { before: (_, response) => (response.writeHead(403).end('{}'), true) },
    undefined,
    'key-refused',
  ],
  [
    'there is no forum',
    { before: (_, response) => (response.writeHead(404).end('{}'), true) },
    undefined,
    'no-discourse',
  ],
  [
    'it is another program',
    { before: (_, response) => (response.end('{"hello":1}'), true) },
    undefined,
    'not-discourse',
  ],
])('where %s it says so, and it can be gone on with', async (_, rules, key, failure) => {
  const standIn = await serve(forum(), rules);
  const { id } = await ask(standIn);
  await work(id, standIn, key);
  expect(await runOf(id)).toMatchObject({ state: 'FAILED', failure });
  await transact(goOnWithRun)(admin, { id });
  delete rules.before;
  await work(id, standIn);
  expect((await runOf(id)).state).toBe('DONE');
});

it('it is stopped while it waits for the forum, and goes on with what it has', async () => {
  let busy = true;
  const standIn = await serve(forum(), {
    before: (url, response) => busy && url.startsWith('/t/1003') && (tooMany(response, 600), true),
  });
  const { id } = await ask(standIn);
  const working = work(id, standIn);
  await expect.poll(() => standIn.asked.some((each) => each.startsWith('/t/1003')), { timeout: 20_000 }).toBe(true);
  await expect.poll(async () => (await runOf(id)).phase, { timeout: 20_000 }).toBe('topics');
  await transact(stopImportRun)(admin, { id });
  await working;
  expect((await runOf(id)).state).toBe('STOPPED');
  const here = readdirSync(path.join(folder, 't')).length;
  expect(here).toBeGreaterThan(0);
  busy = false;
  const asked = standIn.asked.length;
  await transact(goOnWithRun)(admin, { id });
  await work(id, standIn);
  expect((await runOf(id)).state).toBe('DONE');
  expect(standIn.asked.slice(asked).filter((each) => each.startsWith('/t/')).length).toBe(topics - here);
});

it.each([
  ['forum.example', 'https://forum.example'],
  ['https://forum.example/sub/', 'https://forum.example/sub'],
  ['http://forum.example', null],
  ['https://ann:word@forum.example', null],
  ['https://forum.example/?api_key=a', null],
  ['https://..', null],
  ['https://../../outside', null],
  ['https://forum..example', null],
  ['localhost', null],
  ['javascript:alert(1)', null],
])('the address %s is read as %s', (typed, site) => {
  expect(rehearseForumForm.safeParse({ site: typed, locale: 'en' }).data?.site ?? null).toBe(site);
});
