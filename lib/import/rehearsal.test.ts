/** A rehearsal says what the run will do, whatever the files have in common. */
import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';
import { firstRow, ordersFile } from '@/tests/support/shopify-orders';
import { bring, sheet } from '@/tests/support/shopify-run';

beforeEach(truncateAll);

const customers = (name: string, ...lines: string[]) => sheet(name, 'First Name,Last Name,Email', ...lines);
const redirects = (name: string, ...lines: string[]) => sheet(name, 'Redirect from,Redirect to', ...lines);
const pages = (name: string, ...lines: string[]) => sheet(name, 'Handle,Title,Body HTML', ...lines);

const files = () => [
  customers('a.csv', 'Ann,A,ann@mill.example'),
  customers('b.csv', 'Ann,B,ANN@mill.example', 'Bo,B,bo@mill.example'),
  redirects('r1.csv', '/a,/b', '/pages/über-uns,/x'),
  redirects('r2.csv', '/b,/a', '/c,/d'),
  redirects('r3.csv', '/c,/e', '/d,/f'),
  pages('p0.csv', 'über_hilfe,Help,<p>x</p>'),
  redirects('r4.csv', '/pages/über_hilfe,/y'),
  ordersFile(firstRow()),
  { ...ordersFile(firstRow({ Total: '1.00' }), firstRow({ Name: '#2', Id: '2' })), name: 'more_orders.csv' },
  pages('p1.csv', 'about,About,<p>x</p>', 'über-uns,Us,<p>x</p>'),
  pages('p2.csv', 'about,About us,<p>y</p>'),
  sheet('d1.csv', 'Name,Value,Value Type,Type', 'FALL,-5.0,percentage,x'),
  sheet('d2.csv', 'Name,Value,Value Type,Type', 'fall,-6.0,percentage,x'),
];

describe('a rehearsal', () => {
  it('of files that name the same things has the numbers and the refusals of the run, and a second run changes nothing', async () => {
    const rehearsed = await bring(files(), { rehearse: true });
    expect(await db.importRecord.count()).toBe(0);
    const run = await bring(files());
    expect([rehearsed.done, rehearsed.refused]).toEqual([run.done, run.refused]);
    expect(run.refusals.map(({ file, code }) => `${file} ${code}`)).toEqual(
      expect.arrayContaining([
        'b.csv customer-twice',
        'more_orders.csv order-twice',
        'p2.csv page-twice',
        'd2.csv discount-twice',
        'r3.csv redirect-twice',
        'r2.csv redirect-loop',
      ]),
    );
    const again = await bring(files());
    const { customers: people, orders, pages: drafts, redirects: led, discounts } = again.done.others!;
    for (const each of [people, orders, drafts, led, discounts]) expect(each).toMatchObject({ added: 0, changed: 0 });
  });

  it('of one file whose first and last redirect make a loop finds it too', async () => {
    const between = Array.from({ length: 5_000 }, (_, at) => `/old-${at},/new`);
    const file = () => redirects('r.csv', '/a,/b', ...between, '/b,/a');
    const rehearsed = await bring([file()], { rehearse: true });
    expect(rehearsed.refused).toEqual(['5003 redirect-loop']);
    expect([rehearsed.done, rehearsed.refused]).toEqual(
      await bring([file()]).then(({ done, refused }) => [done, refused]),
    );
  });
});
