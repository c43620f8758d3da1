import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, expect, it, vi } from 'vitest';

import { main } from './import-shopify';
import * as running from './lib/run-import';
import { outcomeOf, start } from './lib/run-node';

afterEach(() => vi.restoreAllMocks());

const ended = () => vi.spyOn(running, 'runImport').mockResolvedValue(0);

it('who is erased is read from the input and handed on by it, and stands in no list of processes', async () => {
  const run = ended();
  expect(await main(['--erase'], Readable.from([' ann@mill', '.example \r\nmore\n']))).toBe(0);
  expect(run.mock.calls).toEqual([['scripts/lib/run-erase-person.ts', ['shopify'], { input: 'ann@mill.example' }]]);
  for (const words of [['--erase', 'ann@mill.example'], ['--erase=ann@mill.example'], ['--erase', '--dry-run']])
    await expect(main(words, Readable.from(['x']))).rejects.toThrow('is asked for');
  for (const nothing of ['', '\n', 'x'.repeat(5_000)])
    await expect(main(['--erase'], Readable.from([nothing]))).rejects.toThrow('Nobody was named');
  expect(run).toHaveBeenCalledTimes(1);
});

it('a program is handed its input', async () => {
  const script = path.join(mkdtempSync(path.join(os.tmpdir(), 'millet-input-')), 'program.mjs');
  writeFileSync(script, 'process.stdin.pipe(process.stdout)');
  expect(await outcomeOf(start({ script, quiet: true, input: 'ann@mill.example' }))).toMatchObject({
    ...{ status: 0, output: 'ann@mill.example' },
  });
});
