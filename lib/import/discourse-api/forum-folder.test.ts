import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { readDiscourse } from '@/scripts/lib/read-discourse';
import { madeForum } from '@/tests/support/discourse-forum';
import { standInKey, startStandIn, type StandIn } from '@/tests/support/discourse-stand-in';
import { insideFetch } from '@/tests/support/inside-fetch';
import { freshFolder, readStandIn } from '@/tests/support/read-stand-in';

import { checkForumFolder, openForumFolder } from './forum-folder';

const open: StandIn[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function serve(): Promise<StandIn> {
  const standIn = await startStandIn(madeForum(), { staff: true });
  open.push(standIn);
  return standIn;
}

function folderWith(files: Record<string, string>): string {
  const folder = freshFolder();
  mkdirSync(folder, { mode: 0o755 });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  chmodSync(folder, 0o755);
  return folder;
}

function stateOf(folder: string): unknown {
  const names = ['.', ...(readdirSync(folder, { recursive: true }) as string[]).toSorted()];
  return names.map((name) => {
    const stat = statSync(path.join(folder, name));
    return [name, stat.mode, stat.mtimeMs, stat.isFile() && readFileSync(path.join(folder, name), 'utf8')];
  });
}

const site = 'https://old.example';
const now = new Date('2026-11-29T12:00:00Z');
const journalOf = (address: string) => `${JSON.stringify({ begin: '', site: address })}\n`;

describe('a folder of somebody else', () => {
  it.each([
    ['drafts', { 'novel.part': 'once', 't/1.json.part': 'mine' }, /holds novel\.part/],
    ['lists of users', { 'users/page-0.json': '[]', 'users/mine.json': '[]' }, /holds users/],
    ['a topic saved by hand', { 't/1.json': '{}' }, /is not empty/],
    ['one hidden file', { '.profile': 'mine' }, /holds \.profile/],
    ['a lock of another program', { '.lock': 'mine' }, /holds \.lock/],
    ['a file called as the journal', { '.reading': 'my reading list\n' }, /holds \.reading/],
    ['a journal without a site', { '.reading': '{"begin":""}\n' }, /holds \.reading/],
    ['an empty journal', { '.reading': '' }, /holds \.reading/],
    [
      'another forum',
      { '.reading': journalOf('https://other.example'), 't/1.json.part': '' },
      /forum of https:\/\/other/,
    ],
  ] as [string, Record<string, string>, RegExp][])('that has %s is refused untouched', async (_, files, words) => {
    const folder = folderWith(files);
    const before = stateOf(folder);
    await expect(openForumFolder(folder, site, now)).rejects.toThrow(words);
    await expect(checkForumFolder(folder, site)).rejects.toThrow(words);
    const asked = { site, key: standInKey, username: 'system', perMinute: 6_000, fetch: insideFetch([]), again: false };
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await readDiscourse({ ...asked, folder })).toBe(1);
    expect(`${said.mock.calls[0]![0] as string}`).toMatch(words);
    said.mockRestore();
    expect(stateOf(folder)).toEqual(before);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('that is a file is refused in words', async () => {
    const file = path.join(folderWith({ mine: 'mine' }), 'mine');
    await expect(openForumFolder(file, site, now)).rejects.toThrow(/cannot be read as a folder/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('a folder of the reader', () => {
  it('may be empty, or hold what a kill left of the first moment', async () => {
    const left: Record<string, string>[] = [
      {},
      { '.reading.part': '{"be' },
      { '.reading.lock': '1:2', '.reading.lock.77.1': '1:2' },
    ];
    for (const files of left) {
      const folder = folderWith(files);
      await openForumFolder(folder, site, now);
      expect([existsSync(path.join(folder, '.reading.part')), statSync(folder).mode & 0o777]).toEqual([false, 0o700]);
    }
  });

  it('is nobody’s while nothing has answered as a forum', async () => {
    const folder = freshFolder();
    const wrong = await startStandIn(madeForum(), { before: (_, response) => (response.end('{}'), true) });
    open.push(wrong);
    await expect(readStandIn({ standIn: wrong, folder })).rejects.toThrow(/not a Discourse/);
    expect((await readStandIn({ standIn: await serve(), folder })).done.topics).toBe(7);
  });

  it('keeps what somebody has laid into it', async () => {
    const standIn = await serve();
    const { folder } = await readStandIn({ standIn });
    const mine = ['notes.part', 'users/mine.json', 'users/page-x.json', 't/notes.part', 'old/t/1.json.part'];
    const ours = ['users/page-7.json', 't/100.json.part', 'users/page-0.json.part', 'groups.json.part'];
    mkdirSync(path.join(folder, 'old/t'), { recursive: true });
    for (const name of [...mine, ...ours]) writeFileSync(path.join(folder, name), '[]');
    const elsewhere = folderWith({ '9.json.part': 'mine' });
    symlinkSync(elsewhere, path.join(folder, 'linked'));
    await readStandIn({ standIn, folder, now: new Date('2026-12-24T12:00:00Z') });
    expect(mine.filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
    expect(ours.filter((name) => existsSync(path.join(folder, name)))).toEqual([]);
    expect(existsSync(path.join(elsewhere, '9.json.part'))).toBe(true);
  });
});
