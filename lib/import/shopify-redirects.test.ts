import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { deleteRedirect, saveRedirect } from '@/lib/redirects/commands';
import { findRedirect } from '@/lib/redirects/queries';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';
import { bring, sheet } from '@/tests/support/shopify-run';

const redirects = (...rows: [from: string, to: string][]) =>
  sheet('redirects.csv', 'Redirect from,Redirect to', ...rows.map((row) => row.join(',')));
const table = async () => Object.fromEntries((await db.redirect.findMany()).map(({ fromPath, to }) => [fromPath, to]));

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

const save = async (from: string, to: string) => {
  const row = await db.redirect.findUnique({ where: { fromPath: from } });
  return transact(saveRedirect)(admin, { redirectId: row?.id, shown: row?.version ?? 0, from, to });
};

describe('redirects of an old shop', () => {
  it('stand in the table of staff, by its rules', async () => {
    const { done, refused, kinds } = await bring(
      [
        redirects(
          ['/Old-Cup', '/products/cup'],
          ['/sale', 'https://shop.example/collections/all?x=1'],
          ['/news', 'https://blog.example/'],
          ['/old-cup/', '/products/cup'],
          ['/old-cup', '/products/other'],
          ['/en/x', '/products'],
          ['no path', '/products'],
          ['/js', 'javascript:alert(1)'],
          ['/a', '/b'],
          ['/b', '/a'],
        ),
      ],
      { shop: 'https://shop.example' },
    );
    expect(kinds).toEqual(['redirects.csv redirects']);
    expect(refused.toSorted()).toEqual(
      ['6 redirect-twice', '7 redirect-own', '8 redirect-from', '9 redirect-to', '11 redirect-loop'].toSorted(),
    );
    expect(done.others?.redirects).toEqual({ all: 4, added: 4, changed: 0, kept: 0, gone: 0 });
    expect(await table()).toEqual({
      '/old-cup': '/products/cup',
      '/sale': '/collections/all?x=1',
      '/news': 'https://blog.example/',
      '/a': '/b',
    });
  });

  it('are brought up to date; what staff changed, made or deleted stays', async () => {
    await save('/mine', '/products/mine');
    const first = redirects(
      ['/one', '/products/1'],
      ['/two', '/products/2'],
      ['/three', '/products/3'],
      ['/mine', '/products/theirs'],
    );
    expect((await bring([first])).done.others?.redirects).toMatchObject({ added: 3, kept: 1 });
    const before = await rowsOf('Redirect', 'ImportRecord');
    expect((await bring([first])).done.others?.redirects).toMatchObject({ all: 4, added: 0, changed: 0, kept: 1 });
    expect(await rowsOf('Redirect', 'ImportRecord')).toEqual(before);
    await save('/two', '/products/two-here');
    const three = await db.redirect.findUniqueOrThrow({ where: { fromPath: '/three' } });
    await transact(deleteRedirect)(admin, { redirectId: three.id, shown: three.version });
    const second = redirects(
      ['/one', '/products/1b'],
      ['/two', '/products/2b'],
      ['/three', '/products/3b'],
      ['/mine', '/products/theirs'],
    );
    expect((await bring([second])).done.others?.redirects).toEqual({ all: 4, added: 0, changed: 1, kept: 2, gone: 1 });
    expect(await table()).toEqual({ '/one': '/products/1b', '/two': '/products/two-here', '/mine': '/products/mine' });
  });

  it('make no loop with one that staff changed', async () => {
    await bring([redirects(['/one', '/x'])]);
    await save('/one', '/two');
    const { refused } = await bring([redirects(['/one', '/y'], ['/two', '/one'])]);
    expect(refused).toEqual(['3 redirect-loop']);
    expect(await findRedirect(reading(), { path: '/one' })).toBe('/two');
  });

  it('come by thousands, and none for a rehearsal', async () => {
    const many = redirects(
      ...Array.from({ length: 6_000 }, (_, at): [string, string] => [`/old/${at}`, `/products/${at}`]),
    );
    expect((await bring([many], { rehearse: true })).done.others?.redirects?.added).toBe(6_000);
    expect(await db.redirect.count()).toBe(0);
    expect((await bring([many])).done.others?.redirects?.added).toBe(6_000);
    expect((await bring([many])).done.others?.redirects).toMatchObject({ all: 6_000, added: 0 });
  });
});
