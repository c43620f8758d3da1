/** Before all tests: the generated client, the test server, the migrated template. After them: their databases go. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { generateClient } from '../../scripts/lib/prisma-client';
import { dropClones } from './clones';
import { openTestServer } from './test-server';

export type TestRun = { id: string; adminUrl: string; template: string; folder: string };

declare module 'vitest' {
  interface ProvidedContext {
    run: TestRun;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient('.data');
  const dataDir = path.resolve('.data/test');
  const server = await openTestServer(dataDir);
  const id = `${process.pid}_${randomBytes(4).toString('hex')}`;
  const folder = path.join(dataDir, 'runs', id);
  project.provide('run', { id, adminUrl: server.adminUrl, template: server.template, folder });
  return async () => {
    await dropClones(server.adminUrl, id);
    rmSync(folder, { recursive: true, force: true });
    await server.release();
  };
}
