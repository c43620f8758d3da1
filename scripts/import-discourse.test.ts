import { afterEach, expect, it, vi } from 'vitest';

import { standInKey } from '@/tests/support/discourse-stand-in';

import { main } from './import-discourse';
import { withGaps } from './lib/reading-status';
import * as running from './lib/run-import';

const site = 'https://forum.example';
const folder = '/tmp/read';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function bring(status: number) {
  vi.stubEnv('DISCOURSE_API_KEY', standInKey);
  vi.spyOn(running, 'runReading').mockResolvedValue(status);
  const brought = vi.spyOn(running, 'runImport').mockResolvedValue(0);
  const outcome = await main(['--api', site, '--folder', folder]);
  return { outcome, words: brought.mock.calls.map(([, words]) => words) };
}

it('takes a folder for the whole forum only where all of it could be read', async () => {
  expect(await bring(0)).toEqual({ outcome: 0, words: [[site, folder, '', 'whole']] });
  vi.restoreAllMocks();
  expect(await bring(withGaps)).toEqual({ outcome: 0, words: [[site, folder, '']] });
});

it.each([1, 130])('brings nothing after a reading that ended with %i', async (status) => {
  expect(await bring(status)).toEqual({ outcome: status, words: [] });
});
