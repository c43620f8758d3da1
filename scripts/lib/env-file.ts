import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes which database a data folder has, and a secret of its own, to env.json, where lib/core/env.ts finds both. */
export function writeEnv(dataDir: string, databaseUrl: string): void {
  const file = path.resolve(dataDir, 'env.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const next = {
    ...known,
    AUTH_SECRET: known.AUTH_SECRET ?? randomBytes(32).toString('hex'),
    DATABASE_URL: databaseUrl,
  };
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
}
