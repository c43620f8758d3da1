/** Before all tests: the generated client, the test server, the migrated template. After them: their databases go. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { generateCode } from '../../scripts/lib/generate';
import { dropClones } from './clones';
import { openTestServer, type TestServer } from './test-server';

export type TestRun = { id: string; adminUrl: string; template: string; folder: string };

declare module 'vitest' {
  interface ProvidedContext {
    run: TestRun;
  }
}

// Each of the configuration's projects comes here, all in one process: the last to leave closes the server.
const shared = globalThis as { testServer?: { opened: Promise<TestServer>; users: number } };

async function open(dataDir: string): Promise<TestServer> {
  shared.testServer ??= { opened: generateCode('.data').then(() => openTestServer(dataDir)), users: 0 };
  shared.testServer.users += 1;
  return shared.testServer.opened;
}

async function leave(server: TestServer): Promise<void> {
  if (--shared.testServer!.users > 0) return;
  shared.testServer = undefined;
  await server.release();
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = path.resolve('.data/test');
  const server = await open(dataDir);
  const id = `${process.pid}_${randomBytes(4).toString('hex')}`;
  const folder = path.join(dataDir, 'runs', id);
  project.provide('run', { id, adminUrl: server.adminUrl, template: server.template, folder });
  return async () => {
    await dropClones(server.adminUrl, id);
    rmSync(folder, { recursive: true, force: true });
    await leave(server);
  };
}
