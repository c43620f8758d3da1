/**
 * Before each test file: a database of its own, cloned from the migrated template, and a DATA_DIR of its own whose
 * env.json names it. lib/core/env.ts then reads it as it reads any embedded database.
 */
import { randomBytes } from 'node:crypto';
import { rmSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { inject } from 'vitest';

import { ask } from '../../scripts/lib/ask';
import { writeEnv } from '../../scripts/lib/env-file';
import { cloneName, dropClones, urlOf } from './clones';

const { id, adminUrl, template, folder } = inject('run');
const worker = process.env.VITEST_POOL_ID ?? '0';
const name = cloneName(id, worker, randomBytes(4).toString('hex'));
const dataDir = path.join(folder, worker);

await dropClones(adminUrl, `${id}_${worker}`);
await ask(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);

rmSync(dataDir, { recursive: true, force: true });
mkdirSync(dataDir, { recursive: true });
writeEnv(dataDir, urlOf(adminUrl, name));

for (const variable of ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'PAYMENTS', 'S3_BUCKET']) {
  delete process.env[variable];
}
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL ??= 'silent';
