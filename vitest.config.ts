import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

import { listApart } from './tests/support/apart.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

const every = ['{app,components,lib,messages,prisma,scripts,tests}/**/*.test.{ts,tsx}'];
const never = ['node_modules/**', 'tests/e2e/**'];
// Those who bring up the whole demo keep what its modules remember to themselves; the others say by what they do that they stand apart.
const apart = ['prisma/seed/*.test.ts', ...listApart(root)];

// Most files share their worker's process, since importing the house takes longer than what most of them do.
export default defineConfig({
  // Only Next's compiler knows what "server-only" guards; outside it the module is empty.
  resolve: { alias: { '@': root.replace(/[/\\]$/, ''), 'server-only': `${root}tests/support/empty.ts` } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    pool: 'forks',
    // One more than there are cores: a worker often waits for its database or for a process that it started.
    maxWorkers: 3,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // What is waited for comes within milliseconds; a busy machine may take seconds.
    expect: { poll: { timeout: 20_000, interval: 20 } },
    projects: [
      { extends: true, test: { name: 'together', isolate: false, include: every, exclude: [...never, ...apart] } },
      { extends: true, test: { name: 'apart', include: apart, exclude: never } },
    ],
  },
});
