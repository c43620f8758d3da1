import { afterEach, expect, it, vi } from 'vitest';

import { standInKey } from '@/tests/support/discourse-stand-in';

import { main } from './import-discourse';
import * as running from './lib/run-import';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it.each([0, 1, 130])('hands the key to the program that reads alone, and ends as it does: %i', async (status) => {
  vi.stubEnv('DISCOURSE_API_KEY', standInKey);
  const seen: (string | undefined)[] = [];
  const run = vi.spyOn(running, 'runImport').mockImplementation(async () => {
    seen.push(process.env.DISCOURSE_API_KEY);
    return status;
  });
  const site = 'https://forum.example';
  expect(await main(['--api', site, '--folder', '/tmp/read', '--again', '--dry-run'])).toBe(status);
  expect(run.mock.calls).toEqual([
    [
      'scripts/lib/run-import-discourse.ts',
      [site, '/tmp/read', '', 'read', '55', 'again', 'rehearse'],
      { variables: { DISCOURSE_API_KEY: standInKey } },
    ],
  ]);
  expect(seen).toEqual([undefined]);
});
