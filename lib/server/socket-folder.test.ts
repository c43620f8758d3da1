import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { makeSocketFolder } from './socket-folder';

it('makes a folder of its own and removes what a killed process left, not what a living one uses', () => {
  const dead = path.join(os.tmpdir(), `millet-${spawnSync(process.execPath, ['-e', '']).pid}-x`);
  const living = path.join(os.tmpdir(), `millet-${process.ppid}-x`);
  for (const folder of [dead, living]) mkdirSync(folder);
  const own = makeSocketFolder();
  expect([dead, living, own].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  for (const folder of [living, own]) rmSync(folder, { recursive: true });
});
