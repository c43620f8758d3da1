import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { importDiscourse } from '@/lib/import/import-discourse';
import { truncateAll } from '@/tests/support/database';
import { folderOfForum, madeForum, madeTopic } from '@/tests/support/discourse-forum';
import { standInKey, startStandIn, tooMany, type StandIn, type StandInRules } from '@/tests/support/discourse-stand-in';
import { forumState } from '@/tests/support/import-state';

import { main } from './import-discourse';
import { withGaps } from './lib/reading-status';
import { outcomeOf, runToEnd, start } from './lib/run-node';
import { Trouble } from './lib/say';

const script = 'tests/support/run-read-stand-in.ts';
const topics = 60;
const forum = () => madeForum(Array.from({ length: topics }, (_, at) => madeTopic(1_000 + at, 1 + (at % 4))));
const freshFolder = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'killed-read-')), 'forum');
const topicsIn = (folder: string) =>
  existsSync(path.join(folder, 't'))
    ? readdirSync(path.join(folder, 't')).filter((name) => name.endsWith('.json'))
    : [];
const open: StandIn[] = [];

beforeEach(truncateAll);
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function serve(rules: StandInRules = {}, from = forum()): Promise<StandIn> {
  const standIn = await startStandIn(from, { staff: true, ...rules });
  open.push(standIn);
  return standIn;
}

// Of being killed the soak tries each way; every day one of them is (scripts/import-killed.test.ts).
it.runIf(process.env.SOAK)(
  'a reading that is killed goes on with what it has not, and the import after it ends as one of the whole folder',
  async () => {
    const standIn = await serve();
    const folder = freshFolder();
    const words = [`${standIn.port}`, folder, '6000'];
    const child = start({ script, words, quiet: true });
    const over = outcomeOf(child);
    while (child.exitCode === null && topicsIn(folder).length < 5)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await over;
    const before = topicsIn(folder).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(topics);
    const asked = standIn.asked.length;

    const { status, output } = await runToEnd({ script, words, quiet: true });
    expect([status, output]).toEqual([0, expect.stringContaining(`${topics} topics and 4 members are there`)]);
    const second = standIn.asked.slice(asked);
    // One topic may have been written and not yet noted.
    expect(second.filter((each) => each.startsWith('/t/')).length).toBeLessThanOrEqual(topics - before + 1);
    expect(second.filter((each) => /^\/(site|categories|admin|groups|tags|badges)/.test(each))).toEqual([]);
    expect(topicsIn(folder)).toHaveLength(topics);

    const imported = await runToEnd({
      script: 'scripts/lib/run-import-discourse.ts',
      words: ['https://old.example', folder, '', 'whole'],
      quiet: true,
    });
    expect(imported.output).toMatch(/kept until Millet has a place for them: .*2 groups of members/);
    expect([imported.status, imported.output.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      `imported ${topics} threads, 150 posts, 4 members; 0 records refused`,
    ]);
    const fromApi = await forumState();
    await truncateAll();
    await importDiscourse(folderOfForum(forum()), { base: 'https://old.example' });
    expect(await forumState()).toEqual(fromApi);
  },
  240_000,
);

describe('what is said on the terminal', () => {
  it('tells of waits and of what stops, and never the key', async () => {
    let waits = 0;
    const standIn = await serve({
      before: (url, response) => {
        if (url.startsWith('/t/1005') && (waits += 1) === 1) return (tooMany(response, 6), true);
        if (url.startsWith('/t/1010'))
          return (response.writeHead(302, { location: `https://evil.example/${standInKey}` }).end(), true);
        return false;
      },
    });
    const folder = freshFolder();
    const { status, output } = await runToEnd({ script, words: [`${standIn.port}`, folder, '6000'], quiet: true });
    expect(status).toBe(1);
    expect(output).toContain('waiting 6 s: the forum asks for it');
    expect(output.split('\n').filter((line) => line.includes('listed'))).toEqual([
      'members listed: 4',
      'topics listed: 60',
    ]);
    expect(output).not.toContain(standInKey);
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const said = names.map((each) => readFileSync(path.join(each.parentPath, each.name), 'utf8')).join('\n');
    expect(said).toContain('@old.example');
    expect(said).not.toContain(standInKey);
  }, 120_000);

  it('is words in lines, whatever the forum calls its things', async () => {
    const evil = '\u001b[2J\u001b]0;owned\u0007\nread 999 topics\r\u009b31m';
    const odd = forum();
    for (let id = 200; id < 240; id += 1)
      odd.groups.push({ id, name: `${id}${evil}`, automatic: false, members: ['ann'], owners: [] });
    odd.categories.push({ id: 88, name: evil, slug: evil, read_restricted: false });
    odd.users.push({ id: 77, username: `u${evil}`, email: `${evil}@old.example`, name: evil });
    odd.topics[0]!.title = evil;
    const refused: StandInRules['before'] = (url, response) =>
      /^\/groups\/2|^\/t\/1002/.test(url) && (response.writeHead(403).end('{}'), true);
    const standIn = await serve({ before: refused }, odd);
    const folder = freshFolder();
    const read = await runToEnd({ script, words: [`${standIn.port}`, folder, '6000'], quiet: true });
    const words = ['https://old.example', folder, '', 'rehearse'];
    const brought = await runToEnd({ script: 'scripts/lib/run-import-discourse.ts', words, quiet: true });
    for (const { output } of [read, brought]) {
      expect(output).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(output.split('\n').filter((line) => line.startsWith('read 999'))).toEqual([]);
    }
    expect([read.status, brought.status]).toEqual([withGaps, 0]);
    expect(read.output).toContain('not let be read: members of the group 200');
    expect(read.output).toContain('not let be read: 20 more');
    expect(read.output).toMatch(/left out: 1 topics that could not be read.*1002/);
  }, 120_000);

  it('is a rehearsal’s numbers where nothing is to be written', async () => {
    const { status, output } = await runToEnd({
      script: 'scripts/lib/run-import-discourse.ts',
      words: ['https://old.example', folderOfForum(forum()), '', 'rehearse'],
      quiet: true,
    });
    expect([status, output.trimEnd().split('\n').slice(-2)]).toEqual([
      0,
      [
        'on 3 boards, 1 of them for staff only; 3 members can claim their account by its address',
        'would import 60 threads, 150 posts, 4 members; 0 records refused; nothing was written',
      ],
    ]);
  }, 120_000);
});

describe('the command', () => {
  const key = process.env.DISCOURSE_API_KEY;
  afterEach(() => {
    if (key === undefined) delete process.env.DISCOURSE_API_KEY;
    else process.env.DISCOURSE_API_KEY = key;
  });

  it.each([
    [['--api', 'https://forum.example', 'folder']],
    [['--api', 'https://forum.example', '--from', 'https://forum.example']],
    [['--api', 'https://forum.example', '--key', 'secret']],
    [['--api', 'https://forum.example', '--per-minute', '0']],
    [['--api', 'https://forum.example', '--per-minute', 'many']],
    [['--api', 'http://forum.example']],
    [['--api', 'https://user:word@forum.example']],
    [['--api', 'https://forum.example/?api_key=secret']],
    [['--api', 'forum.example']],
    [['folder', '--again']],
    [['--folder', 'folder']],
  ])('does not take %j', async (words) => {
    process.env.DISCOURSE_API_KEY = standInKey;
    await expect(main(words)).rejects.toThrow(Trouble);
  });

  it('wants a key from the environment, and repeats none that is wrong', async () => {
    delete process.env.DISCOURSE_API_KEY;
    await expect(main(['--api', 'https://forum.example'])).rejects.toThrow(/DISCOURSE_API_KEY is missing/);
    process.env.DISCOURSE_API_KEY = 'not a key\n';
    const said = await main(['--api', 'https://forum.example']).catch((error: Error) => error.message);
    expect(said).toMatch(/DISCOURSE_API_KEY/);
    expect(said).not.toContain('not a key');
  });
});
