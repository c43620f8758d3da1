import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { withLock } from './lock';

const newLock = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'lock-')), 'lock');

it('lets one work at a time and leaves no lock behind', async () => {
  const file = newLock();
  let inside = 0;
  let most = 0;
  const work = () =>
    withLock(file, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 30));
      inside -= 1;
    });
  await Promise.all([work(), work(), work()]);
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

it('takes over from a holder that died, also when its number is in use again', async () => {
  const file = newLock();
  for (const dead of ['999999@1', `${process.pid}@1`]) {
    writeFileSync(file, dead);
    expect(await withLock(file, async () => 'done', 2_000)).toBe('done');
  }
});

it('says once whom it waits for, and nothing where nobody holds it', async () => {
  const file = newLock();
  const said: string[] = [];
  const tell = (holder: string) => said.push(holder);
  await withLock(file, async () => undefined, 1_000, tell);
  expect(said).toEqual([]);
  const holding = withLock(file, () => new Promise((resolve) => setTimeout(resolve, 300)));
  await withLock(file, async () => undefined, 2_000, tell);
  await holding;
  expect(said).toEqual([`${process.pid}`]);
});

it('gives up on a holder that lives', async () => {
  const file = newLock();
  await withLock(file, async () => {
    await expect(withLock(file, async () => 'never', 200)).rejects.toThrow('has not let go');
  });
});
