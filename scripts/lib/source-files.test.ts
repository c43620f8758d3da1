import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { newestChange, sourceFiles } from './source-files';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'millet-sources-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

it('knows all files that a program reads, and when one of them was changed', () => {
  const program = write(
    'program.ts',
    "import pg from 'pg';\nimport { a } from './a';\nimport words from './words.json';\nconsole.log(a, words, pg);",
  );
  write('a.ts', 'export const a: number = 1;');
  write('words.json', '{}');
  const other = write('other.ts', '');
  const files = sourceFiles([program])!;
  expect(files.map((file) => path.basename(file)).toSorted()).toEqual(['a.ts', 'program.ts', 'words.json']);
  const seen = newestChange(files);
  utimesSync(other, new Date(), new Date(Date.now() + 10_000));
  expect(newestChange(files)).toBe(seen);
  utimesSync(path.join(folder, 'a.ts'), new Date(), new Date(Date.now() + 10_000));
  expect(newestChange(files)).toBeGreaterThan(seen);
});

it('says so when a source cannot be read', () => {
  expect(sourceFiles([write('program.ts', 'const = ;')])).toBeNull();
});

it('knows what the server and its worker are made of', () => {
  const files = sourceFiles(['server.ts', 'lib/server/worker-thread.ts'])!;
  for (const file of [
    'lib/server/serve-claim.ts',
    'lib/server/worker.ts',
    'messages/en/core.mail.json',
    'lib/forum/endpoints.ts',
  ])
    expect(files).toContain(file);
  // Next follows these by itself.
  expect(files.filter((file) => /^(app|components|lib\/web)\//.test(file))).toEqual([]);
});
