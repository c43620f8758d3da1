/**
 * What tests may ask of their database.
 *
 * Every test FILE gets an empty, migrated database before its first import (see setup.ts), and each worker has its own, so files
 * never see each other's rows and may run at the same time. Tests inside one file share it: give them rows of
 * their own, or call `beforeEach(truncateAll)`. Reach the database as the application does, by `@/lib/core/db`.
 */
import pg from 'pg';

import { pool } from '@/lib/core/db';

import { emptyDatabase } from './empty-database';

/** Empties every table, the job queue too; the migrations' own record stays. */
export async function truncateAll(): Promise<void> {
  await emptyDatabase(async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows);
}

export type Counted<T> = { result: T; statements: string[] };

/** Runs the work and tells which SQL statements it sent, transaction control left out. */
export async function countStatements<T>(work: () => Promise<T>): Promise<Counted<T>> {
  const statements: string[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...words: unknown[]) {
    const text = typeof words[0] === 'string' ? words[0] : ((words[0] as { text?: string }).text ?? '');
    if (!/^\s*(begin|commit|rollback|savepoint|release|set)\b/i.test(text)) statements.push(text);
    return Reflect.apply(original, this, words);
  } as typeof original;
  try {
    return { result: await work(), statements };
  } finally {
    pg.Client.prototype.query = original;
  }
}
