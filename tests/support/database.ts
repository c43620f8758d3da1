/**
 * What tests may ask of their database.
 *
 * Every test FILE gets an empty, migrated database before its first import (see setup.ts), and each worker has its own, so files
 * never see each other's rows and may run at the same time. Tests inside one file share it: give them rows of
 * their own, or call `beforeEach(truncateAll)`. Reach the database as the application does, by `@/lib/core/db`.
 */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

import pg from 'pg';
import { expect } from 'vitest';

import { pool } from '@/lib/core/db';

import { emptyDatabase } from './empty-database';

/** Empties every table, the job queue too; the migrations' own record stays. */
export async function truncateAll(): Promise<void> {
  await emptyDatabase(async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows);
}

/** Waits until so many statements of this database wait for locks of others. */
export async function untilWaiting(count: number): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await pool.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0]?.waiting;
    })
    .toBe(count);
}

export type Counted<T> = { result: T; statements: string[] };

const counting = new AsyncLocalStorage<string[]>();

/** Runs the work and tells which SQL statements it sent, or had others send for it; transaction control left out. */
export async function countStatements<T>(work: () => Promise<T>): Promise<Counted<T>> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  const { connect } = pg.Pool.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...words: unknown[]) {
    const text = typeof words[0] === 'string' ? words[0] : ((words[0] as { text?: string }).text ?? '');
    // What timers and listeners of the process send meanwhile is theirs.
    if (!/^\s*(begin|commit|rollback|savepoint|release|set)\b/i.test(text)) counting.getStore()?.push(text);
    return Reflect.apply(query, this, words);
  } as typeof query;
  // Who waits for a connection would go on as part of the work that gives one back.
  pg.Pool.prototype.connect = function connected(this: pg.Pool, then?: () => void) {
    return Reflect.apply(connect, this, then ? [AsyncResource.bind(then)] : []);
  } as typeof connect;
  try {
    return { result: await counting.run(statements, work), statements };
  } finally {
    pg.Client.prototype.query = query;
    pg.Pool.prototype.connect = connect;
  }
}
