/**
 * Before each test file: its worker's database, a clone of the migrated template, with nothing in it, and a DATA_DIR
 * whose env.json names it. lib/core/env.ts then reads it as it reads any embedded database.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, inject } from 'vitest';

import { listBounded } from '@/lib/core/bounded';
import { moveClock } from '@/lib/core/time';

import { writeEnv } from '../../scripts/lib/env-file';
import { freshClone } from './clones';

const run = inject('run');
const worker = process.env.VITEST_POOL_ID ?? '0';
const dataDir = path.join(run.folder, worker);

// Files share a process, and what it remembers is of the database of the last one.
listBounded().forEach((memory) => memory.clear());

mkdirSync(dataDir, { recursive: true });
// The secret stays: what earlier files of this worker imported has read it.
for (const entry of readdirSync(dataDir))
  if (entry !== 'env.json') rmSync(path.join(dataDir, entry), { recursive: true, force: true });
writeEnv(dataDir, await freshClone(run, worker));

for (const variable of [
  'DATABASE_URL',
  'PUBLIC_URL',
  'SMTP_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'PAYMENTS',
  'S3_BUCKET',
]) {
  delete process.env[variable];
}
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL ??= 'silent';

afterAll(() => moveClock(0));
