import { expect, it } from 'vitest';

import { pool } from '@/lib/core/db';

type Reference = { table: string; name: string; does: string };

/** What a table refers to whose rows are only ever added, and what happens to its row when that is deleted: a, r, c, n or d. */
async function references(): Promise<Reference[]> {
  const { rows } = await pool.query<Reference>(
    `SELECT c.conrelid::regclass::text AS "table", c.conname AS name, c.confdeltype::text AS does FROM pg_constraint c
     WHERE c.contype = 'f' AND c.conrelid IN (SELECT t.tgrelid FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'refuse_change')`,
  );
  return rows;
}

// Setting a column to null or deleting the row would be refused by the trigger, with words that say nothing of the reference.
it('a row of a table that is only ever added to keeps what it refers to from being deleted', async () => {
  const found = await references();
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter(({ does }) => does !== 'r' && does !== 'a')).toEqual([]);
});

it('a reference that would change such a row is found', async () => {
  await pool.query(`ALTER TABLE "UnitEvent" DROP CONSTRAINT "UnitEvent_actorId_fkey",
    ADD CONSTRAINT "UnitEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL`);
  expect((await references()).filter(({ does }) => does === 'n').map(({ name }) => name)).toEqual([
    'UnitEvent_actorId_fkey',
  ]);
});
