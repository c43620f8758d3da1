import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { filledTables, listTables, makeBackup, withSession, type Manifest } from '@/lib/outside/backup';
import { changeBackup } from '@/tests/support/changed-backup';
import { spareDatabases } from '@/tests/support/spare-databases';

import { ask } from './ask';
import { restoreBackup } from './restore-backup';
import { runToEnd } from './run-node';
import { asBefore, noRows, untouched } from './what-became';

const { template } = inject('run');
const database = spareDatabases();
afterAll(() => database.drop());

const folder = mkdtempSync(path.join(os.tmpdir(), 'millet-refused-'));
const ben = '00000000-0000-7000-8000-000000000001';
let file = '';
beforeAll(async () => {
  const from = await database({ template });
  await ask(from, `INSERT INTO "RateBucket" VALUES ('theirs', 1, now())`);
  await ask(from, `INSERT INTO "Member" (id, handle, name, "createdAt") VALUES ('${ben}', 'ben', 'Ben', now())`);
  await ask(
    from,
    `INSERT INTO "Backup" (id, cause, "askedAt", "aliveAt", "endedAt", "askedById") VALUES (gen_random_uuid(), 'STAFF', now(), now(), now(), '${ben}')`,
  );
  const made = await makeBackup({ url: from, folder, files: null, now: new Date(), program: '1.2.3' });
  file = path.join(folder, made.file);
});

const into = (url: string, from: string, replace = '') =>
  restoreBackup({ url, file: from, replace, files: null, embedded: true });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 'restored', message: '' }),
    (error: { code: string; message: string }) => error,
  );
const held = (url: string) => withSession(url, async (client) => filledTables(client, await listTables(client)));
const keys = async (url: string) => (await ask(url, 'SELECT key FROM "RateBucket"')).map(({ key }) => key);

const sequences = (last: string) => (manifest: Manifest) => ({
  ...manifest,
  sequences: manifest.sequences.map((each) => ({ ...each, last })),
});

// The long soak tries all of them, the daily run every second.
const inTurn = <T>(all: T[]): T[] => (process.env.SOAK ? all : all.filter((_, at) => at % 2 === 0));

describe('a backup that the database cannot take', () => {
  const spoil: Record<string, [() => Promise<string>, string, RegExp]> = {
    'a row that is none': [
      () => changeBackup(file, { rows: { RateBucket: (text) => text.replace(/^1\t/, '\u001B[31mone\t') } }),
      'broken-rows',
      /RateBucket, line 1 is nothing that the database can hold: .*\[31mone/,
    ],
    'a row with too few columns': [
      () => changeBackup(file, { rows: { RateBucket: () => 'theirs\n' } }),
      'broken-rows',
      /RateBucket, line 1/,
    ],
    'a key that leads nowhere': [
      () => changeBackup(file, { rows: { Backup: (text) => text.replace(ben, ben.replaceAll('1', '2')) } }),
      'broken-rows',
      /its rows name others that are not there \(Backup_askedById_fkey\)/,
    ],
    'two rows of one key': [
      () => changeBackup(file, { rows: { RateBucket: (text) => text + text } }),
      'broken-rows',
      /RateBucket: two rows are the same/,
    ],
    'a sequence out of range': [
      () => changeBackup(file, { manifest: sequences('9223372036854775808') }),
      'broken-rows',
      /out of range/,
    ],
  };

  // Each leaves both as they were, for the next.
  let empty: string;
  let full: string;
  beforeAll(async () => {
    [empty, full] = [await database({ template }), await database({ template })];
    await ask(full, `INSERT INTO "RateBucket" VALUES ('ours', 1, now())`);
  });

  it.each(inTurn(Object.keys(spoil)))('is refused in words for %s, and no row is changed', async (what) => {
    const [make, code, words] = spoil[what]!;
    const changed = await make();
    const first = await refused(into(empty, changed));
    expect(first).toMatchObject({ code, message: expect.stringMatching(words) });
    expect(first.message).not.toMatch(/[\p{Cc}]/u);
    expect(first.message.endsWith(noRows)).toBe(true);
    expect(await held(empty)).toEqual([]);
    const second = await refused(into(full, changed, 'Millet'));
    expect(second).toMatchObject({ code, message: expect.stringMatching(words) });
    expect(second.message.endsWith(asBefore)).toBe(true);
    expect(await keys(full)).toEqual(['ours']);
  });

  it('may be followed by another one, as was said', async () => {
    expect(await refused(into(empty, file))).toMatchObject({ code: 'restored' });
    expect(await keys(empty)).toEqual(['theirs']);
  });

  it('is refused in one line whatever names it holds, and a number that is none as spoilt', async () => {
    const bare = await database();
    const evil = 'x\u001B]0;owned\u0007\n$ rm -rf';
    const named = await changeBackup(file, {
      manifest: (manifest) => ({ ...manifest, program: evil, migrations: [...manifest.migrations, evil] }),
    });
    const text = await changeBackup(file, { manifest: sequences('one') });
    for (const [changed, code] of [
      [named, 'newer'],
      [text, 'spoilt'],
      [folder, 'unreadable'],
    ] as const) {
      const { message, ...error } = await refused(into(bare, changed));
      expect([error.code, message.endsWith(untouched)]).toEqual([code, true]);
      expect(message).not.toMatch(/[\p{Cc}]/u);
    }
    expect(
      await ask(bare, `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
    ).toEqual([{ n: 0 }]);
  });
});

describe('the command', () => {
  const admin = (variables: Record<string, string | undefined>, ...words: string[]) =>
    runToEnd({
      script: 'scripts/run.mjs',
      words: ['scripts/admin.ts', ...words],
      variables: { AUTH_SECRET: 'x'.repeat(32), NODE_ENV: undefined, ...variables },
      quiet: true,
    });
  const stack = /\n\s+at /;

  const nobody = 'postgresql://me@127.0.0.1:1/none';
  const wrong: [string, Record<string, string | undefined>, () => string[], RegExp][] = [
    ['no secret', { AUTH_SECRET: undefined }, () => ['restore', file], /AUTH_SECRET is missing: set the one that the/],
    ['a folder', {}, () => ['restore', folder], /is no file, but a folder\. Nothing was changed\./],
    ['a damaged file', {}, damaged, /is spoilt: .*Nothing was changed\./],
    ['a silent server', { DATABASE_URL: nobody }, () => ['backup'], /none on 127\.0\.0\.1:1 cannot be reached/],
    ['a file as target', {}, () => ['backup', '--to', file], /a file of that name is in the way/],
  ];
  let url: string;
  beforeAll(async () => void (url = await database()));

  it.each(inTurn(wrong))(
    'says in a sentence what is wrong, and ends with 1: %s',
    async (_, variables, words, sentence) => {
      const { status, output } = await admin({ DATABASE_URL: url, ...variables }, ...words());
      expect([status, output]).toEqual([1, expect.stringMatching(sentence)]);
      expect(output).not.toMatch(stack);
    },
    60_000,
  );
});

function damaged(): string[] {
  const bent = path.join(folder, 'bent.tar');
  writeFileSync(bent, readFileSync(file).fill(255, 600, 700));
  return ['restore', bent];
}
