import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

const every = ['{app,components,lib,messages,prisma,scripts,tests}/**/*.test.{ts,tsx}'];
const never = ['node_modules/**', 'tests/e2e/**'];
// These put other modules in the place of ours, or count what their whole process does: each needs a process to itself.
const apart = [
  'tests/guarantees/*.test.ts',
  'lib/members/sign-in.test.ts',
  'lib/forum/budget.test.ts',
  'lib/drops/gate/known-drops.test.ts',
  'lib/**/queries/*.test.ts',
  'lib/notifications/*.test.ts',
  'lib/flows/orders/batches.test.ts',
  'prisma/seed/*.test.ts',
];

// Most files share their worker's process, since importing the house takes longer than what most of them do.
export default defineConfig({
  // Only Next's compiler knows what "server-only" guards; outside it the module is empty.
  resolve: { alias: { '@': root.replace(/[/\\]$/, ''), 'server-only': `${root}tests/support/empty.ts` } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'together', isolate: false, include: every, exclude: [...never, ...apart] } },
      { extends: true, test: { name: 'apart', include: apart, exclude: never } },
    ],
  },
});
