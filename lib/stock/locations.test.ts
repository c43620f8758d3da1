import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { pool } from '@/lib/core/db';
import { makeOperator } from '@/tests/support/drop-factories';
import { refusal } from '@/tests/support/refusal';
import { makePlace } from '@/tests/support/stock-factories';

import { closeLocation } from './commands';
import { listLocations } from './queries/places';
import { mostLocations } from './schema';

it('places that were closed take no room from those that are open, in number and in the list', async () => {
  const operator = await makeOperator();
  await pool.query(
    `INSERT INTO "StockLocation" ("id", "name", "position", "createdAt", "closedAt")
     SELECT gen_random_uuid(), 'Pop-up ' || i, 0, now(), now() - make_interval(days => 9) FROM generate_series(1, $1::int) AS i`,
    [2 * mostLocations],
  );
  const id = await makePlace(operator, { position: 9 });
  expect((await listLocations(reading(operator), { closed: true }))[0]).toMatchObject({ id, closedAt: null });
  const { rows } = await pool.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM "StockLocation" WHERE "closedAt" IS NULL`,
  );
  await pool.query(
    `INSERT INTO "StockLocation" ("id", "name", "createdAt") SELECT gen_random_uuid(), 'Shop ' || i, now() FROM generate_series(1, $1::int) AS i`,
    [mostLocations - rows[0]!.open],
  );
  expect(await refusal(makePlace(operator))).toBe('locations-full');
  await transact(closeLocation)(operator, { locationId: id });
  expect(await refusal(makePlace(operator))).toBe('done');
});
