/** Digests of people are worth nothing under another secret: nobody is brought or erased by them then, and it is said. */
import { beforeEach, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { keysFrom } from '@/lib/core/keys';
import { erasePerson } from '@/lib/flows/imports/erase-person';
import { truncateAll } from '@/tests/support/database';
import { firstRow, ordersFile } from '@/tests/support/shopify-orders';
import { bring, sheet } from '@/tests/support/shopify-run';

beforeEach(truncateAll);

const customers = sheet('customers.csv', 'First Name,Email', 'Ann,ann@mill.example', 'Bo,bo@mill.example');
const files = [customers, ordersFile(firstRow()), sheet('redirects.csv', 'Redirect from,Redirect to', '/a,/b')];
const erase = (person: string) => transact(erasePerson)(system, { source: 'shopify', person });

it('people are neither brought nor erased under a changed secret, and all else of the files comes', async () => {
  await bring(files);
  await erase('ann@mill.example');
  await changeSecret();
  for (const rehearse of [true, false]) {
    const { refusals, done } = await bring(files, { rehearse });
    expect(refusals.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['customers.csv', 0, 'secret-changed'],
      ['orders_export.csv', 0, 'secret-changed'],
    ]);
    expect(refusals[0]!.reason).toContain('operations.md');
    expect(done.others?.redirects?.all).toBe(1);
  }
  await expect(erase('bo@mill.example')).rejects.toThrow('operations.md');
  expect(await db.member.count({ where: { email: 'ann@mill.example' } })).toBe(0);
  // What operations.md says where the old secret is lost.
  await db.$executeRaw`DELETE FROM "ImportRecord" WHERE "kind" IN ('erased', 'secret')`;
  expect(await erase('ann@mill.example')).toEqual({ customers: 0, orders: 0 });
  expect((await bring(files)).leftOut).toMatchObject({ 'customers who were erased here': 1 });
});

// As the mark of another secret would be.
async function changeSecret() {
  const other = keysFrom({ AUTH_SECRET: 'x'.repeat(40), DIGEST_SECRET: undefined }).digestKey('imports.erased');
  const mark = { mark: other.digest('mark') };
  await db.importRecord.updateMany({ where: { kind: 'secret' }, data: { row: mark } });
}
