import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { after, clock, day } from '@/lib/core/time';

import { deleteOldForumFolders } from './delete-old-folders';

const place = mkdtempSync(path.join(os.tmpdir(), 'old-folders-'));

function make(name: string, journal: string | null, days: number): void {
  mkdirSync(path.join(place, name, 't'), { recursive: true });
  writeFileSync(path.join(place, name, 't/1.json'), '{}');
  if (journal === null) return;
  const file = path.join(place, name, '.reading');
  writeFileSync(file, journal);
  utimesSync(file, after(clock(), -days * day), after(clock(), -days * day));
}

it('folders of forums that nothing was read into for a month are deleted, and nothing else', async () => {
  const ours = '{"begin":"","site":"https://old.example"}\n{"topic":1,"row":"a"}\n';
  make('old', ours, 31);
  make('fresh', ours, 29);
  make('another', 'notes of somebody\n', 99);
  make('bare', null, 99);
  writeFileSync(path.join(place, 'file'), '');
  expect(await deleteOldForumFolders(place, clock())).toEqual(['old']);
  expect(['old', 'fresh', 'another', 'bare', 'file'].map((name) => existsSync(path.join(place, name)))).toEqual([
    ...[false, true, true, true, true],
  ]);
  expect(await deleteOldForumFolders(path.join(place, 'nowhere'), clock())).toEqual([]);
});
