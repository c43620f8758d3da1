/**
 * 200 buyers at once for 20 units, over HTTP, through two app processes on one database of its own; then the same once more
 * with the lock taken out of the claim, when it must be seen to oversell. Prints one JSON line.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ask } from '@/scripts/lib/ask';
import { writeEnv } from '@/scripts/lib/env-file';
import { migrate } from '@/scripts/lib/migrations';
import { freePort, startServer, untilHealthy } from '@/scripts/lib/serve';

import { functionText } from './function-text';
import type { Oversell } from './sell-out';

export type Ends = { guarded: Oversell; unguarded: Oversell };

const crowd = { units: 20, buyers: 200 };
const own = path.resolve(process.env.DATA_DIR ?? '.data', 'oversell');
const database = `oversell_${process.pid}`;
const { DATABASE_URL: given } = JSON.parse(
  readFileSync(path.resolve(process.env.DATA_DIR ?? '.data', 'env.json'), 'utf8'),
) as { DATABASE_URL: string };
const url = Object.assign(new URL(given), { pathname: `/${database}` }).href;

await ask(given, `CREATE DATABASE ${database}`);
await migrate(url);
await ask(url, `INSERT INTO "BrandOpening" ("version", "open", "at") VALUES (1, true, now())`);
rmSync(own, { recursive: true, force: true });
mkdirSync(own, { recursive: true });
writeEnv(own, url);
process.env.DATA_DIR = own;
const servers = await Promise.all([serve(), serve()]);
const { sellOut } = await import('./sell-out');
try {
  const addresses = servers.map(({ address }) => address);
  const guarded = await sellOut(addresses, crowd);
  await removeGuard();
  const ends: Ends = { guarded, unguarded: await sellOut(addresses, crowd) };
  process.stdout.write(`${JSON.stringify(ends)}\n`);
} finally {
  for (const { process: server } of servers) server.kill('SIGKILL');
  const { pool, db } = await import('@/lib/core/db');
  await db.$disconnect();
  await pool.end();
  await ask(given, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  rmSync(own, { recursive: true, force: true });
}
process.exit(0);

async function serve() {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = startServer({
    PORT: String(port),
    PUBLIC_URL: address,
    DATA_DIR: own,
    DATABASE_POOL_SIZE: '12',
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '1',
  });
  if (!(await untilHealthy(address, server, 120_000))) throw new Error('An app process did not come up');
  return { address, process: server };
}

/** The claim without its lock: it reads how much is left, thinks for a moment, and then takes. */
async function removeGuard(): Promise<void> {
  const before = functionText('drops/settle_claims');
  const after = before.replace(/FOR NO KEY UPDATE;/, '; PERFORM pg_sleep(2);');
  if (after === before) throw new Error('The guard is not where the control looks for it');
  await ask(url, after);
  // The second guard: stock may not fall below nothing.
  await ask(url, 'ALTER TABLE "Allotment" DROP CONSTRAINT "Allotment_remaining"');
}
