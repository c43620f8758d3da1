/** `npm run db:diff NAME`: writes the migration from what prisma/migrations make to what prisma/schema, functions and views say. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { migrationsFolder } from './lib/migrations';
import { startPostgres } from './lib/postgres';
import { dataDir } from './lib/prepare';
import { diffSchema } from './lib/schema-diff';
import { say, Trouble } from './lib/say';

export async function main([name]: string[]): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Trouble('Name the migration in lower_case: npm run db:diff add_serials');
  const postgres = await startPostgres(dataDir());
  const script = await diffSchema(postgres.url('postgres')).finally(() => postgres.release());
  if (!script) return say('The migrations already make what the schema, the functions and the views say.');
  const file = path.join(migrationsFolder, `${timestamp()}_${name}`, 'migration.sql');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${script}\n`);
  writeFileSync(path.join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  say(`Wrote ${file}. Read it, then: npm run db:migrate`);
}

function timestamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}
