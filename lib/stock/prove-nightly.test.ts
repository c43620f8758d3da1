import { expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';

import { getLastProof } from './prove-stock';
import { proveNightly } from './schedules/prove-nightly';

it('stock is proved again where the last proof is of a moment still to come, and once a day otherwise', async () => {
  await db.stockProof.create({ data: { at: after(clock(), 300 * day), accounts: 0, faults: [] } });
  await proveNightly(clock());
  const { at } = (await getLastProof({ db }))!;
  expect(at.getTime()).toBeLessThanOrEqual(clock().getTime());
  await proveNightly(clock());
  expect((await getLastProof({ db }))!.at).toEqual(at);
});
