import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { makeFolder } from './make-folder';

const at = mkdtempSync(path.join(os.tmpdir(), 'millet-make-'));
const code = (folder: string) => {
  try {
    makeFolder(folder, 0o700);
    return 'made';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

it('makes a folder with those above it, and lets one that is there be', () => {
  const deep = path.join(at, 'a', 'b', 'c');
  expect([code(deep), code(deep), code('/')]).toEqual(['made', 'made', 'made']);
  if (process.platform !== 'win32') expect(statSync(deep).mode & 0o777).toBe(0o700);
});

it('throws where a file stands in the way', () => {
  writeFileSync(path.join(at, 'file'), '');
  expect([code(path.join(at, 'file')), code(path.join(at, 'file', 'x', 'y'))]).toEqual(['EEXIST', 'ENOTDIR']);
});

it('throws below /proc, where Node looks for ever', () => {
  if (existsSync('/proc/self')) expect([code('/proc/x'), code('/proc/x/y')]).toEqual(['ENOENT', 'ENOENT']);
});
