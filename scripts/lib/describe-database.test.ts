import { expect, it } from 'vitest';

import { pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';

import { describeDatabase, differences } from './describe-database';

it('finds what differs between two schemas, and takes no notice of the order of columns', async () => {
  const before = await describeDatabase(env.DATABASE_URL);
  expect(differences(before, before)).toEqual([]);
  await pool.query('ALTER TABLE "Order" DROP CONSTRAINT "Order_total"');
  await pool.query('DROP INDEX "Claim_held"');
  await pool.query('ALTER FUNCTION settle_paid RESET ALL');
  await pool.query('ALTER TABLE "RateBucket" DROP COLUMN "count", ADD COLUMN "count" integer NOT NULL');
  const names = differences(before, await describeDatabase(env.DATABASE_URL)).map((line) => line.split('\n')[0]);
  expect(names).toEqual([
    'constraint "Order" "Order_total"',
    'function settle_paid(jsonb,integer,integer,timestamp with time zone)',
    'index "Claim_held"',
  ]);
});
