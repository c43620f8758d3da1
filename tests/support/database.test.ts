import { describe, expect, it } from 'vitest';

import { batched, coalesceNext } from '@/lib/core/batching';
import { db, pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { countStatements, truncateAll } from '@/tests/support/database';

describe('the database of a test file', () => {
  it('is a migrated clone that belongs to this run', async () => {
    const { rows } = await pool.query('SELECT current_database() AS name, current_setting($1) AS fsync', ['fsync']);
    expect(rows[0].name).toMatch(/^test_\d+_/);
    expect(env.embedded).toBe(true);
    expect(await db.event.count()).toBe(0);
  });

  it('is emptied on request, with its job queue', async () => {
    await db.event.create({ data: { name: 'test.happened', payload: {}, at: new Date() } });
    await pool.query("SELECT graphile_worker.add_job('react', '{}')");
    await truncateAll();
    expect(await db.event.count()).toBe(0);
    expect((await pool.query('SELECT 1 FROM graphile_worker.jobs')).rowCount).toBe(0);
  });

  it('counts the statements that a piece of work sends', async () => {
    const { statements } = await countStatements(async () => {
      await db.event.findMany();
      await db.$transaction(async (tx) => tx.event.count());
    });
    expect(statements).toHaveLength(2);
  });

  it('counts what timers and batches send for the work, however busy the pool, and not what the rest of the process sends', async () => {
    const later = () => new Promise((resolve) => setTimeout(() => resolve(pool.query('SELECT 2')), 5));
    const one = batched(async (keys: number[]) => (await pool.query('SELECT 3'), keys), coalesceNext);
    let over = false;
    let others = 0;
    const other = (async () => {
      while (!over) others += (await pool.query('SELECT 1')).rowCount!;
    })();
    const { statements } = await countStatements(async () => {
      const began = others;
      await Promise.all([later(), one(1), ...Array.from({ length: 30 }, () => pool.query('SELECT 4'))]);
      await expect.poll(() => others).toBeGreaterThan(began + 3);
    });
    over = true;
    await other;
    const [two, three] = ['SELECT 2', 'SELECT 3'].map((text) => statements.filter((each) => each === text).length);
    expect([two, three, statements.length, statements.includes('SELECT 1')]).toEqual([1, 1, 32, false]);
  });
});
