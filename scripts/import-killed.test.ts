import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { importDiscourse } from '@/lib/import/import-discourse';
import { importShopify, shopifyFile } from '@/lib/import/import-shopify';
import { truncateAll } from '@/tests/support/database';
import { catalogState, forumState } from '@/tests/support/import-state';

import { outcomeOf, runToEnd, start } from './lib/run-node';

const folder = mkdtempSync(path.join(os.tmpdir(), 'killed-'));

beforeEach(truncateAll);

/** Kills the import as soon as some of its work is in the database, and says how much was. */
async function kill(script: string, words: string[], count: () => Promise<number>): Promise<number> {
  const child = start({ script, words, quiet: true });
  const over = outcomeOf(child);
  while (child.exitCode === null && (await count()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await over;
  return count();
}

it('a product import that is killed leaves whole products, and its next run ends as one run would', async () => {
  const products = 60;
  const file = path.join(folder, 'products.csv');
  const rows = Array.from({ length: products }, (_, at) =>
    [`p${at},Product ${at},Size,S,1,https://cdn.example.com/${at}.png`, `p${at},,,M,2,`, `p${at},,,L,3,`].join('\n'),
  );
  writeFileSync(file, ['Handle,Title,Option1 Name,Option1 Value,Variant Price,Image Src', ...rows].join('\n'));
  const words = ['--currency', 'USD', file];

  const done = await kill('scripts/lib/run-import-shopify.ts', words, () => db.product.count());
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(products);
  expect([await db.variant.count(), await db.productImage.count()]).toEqual([done * 3, done]);
  const again = await runToEnd({ script: 'scripts/lib/run-import-shopify.ts', words, quiet: true });
  expect([again.status, again.output.trimEnd().split('\n').at(-1)]).toEqual([
    0,
    `imported ${products} products, ${products * 3} variants; 0 rows refused`,
  ]);
  const resumed = await catalogState();

  await truncateAll();
  await importShopify([(await shopifyFile(file, file))!], { currency: 'USD' });
  expect(resumed).toEqual(await catalogState());
}, 240_000);

it.runIf(process.env.SOAK)(
  'a forum import that is killed in the middle of a long thread goes on where it ended',
  async () => {
    const posts = Array.from({ length: 500 }, (_, at) => ({
      id: at + 1,
      post_number: at + 1,
      username: `m${at % 7}`,
      created_at: new Date(1.7e12 + at * 60_000).toISOString(),
      cooked: `<p>Post ${at + 1} <a class="mention" href="/u/m1">@m1</a></p>`,
      reply_to_post_number: at > 3 ? (at % 3) + 1 : null,
    }));
    writeFileSync(
      path.join(folder, 'topic.json'),
      JSON.stringify({
        id: 1,
        title: 'A long conversation',
        category_id: null,
        created_at: posts[0]?.created_at,
        post_stream: { posts },
      }),
    );
    writeFileSync(
      path.join(folder, 'categories.json'),
      JSON.stringify({ category_list: { categories: [{ id: 1, name: 'Talk', slug: 'talk' }] } }),
    );
    const words = ['', folder];

    const done = await kill('scripts/lib/run-import-discourse.ts', words, () => db.post.count());
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(posts.length);
    expect((await db.thread.findFirstOrThrow()).postCount).toBe(done);
    const again = await runToEnd({ script: 'scripts/lib/run-import-discourse.ts', words, quiet: true });
    expect([again.status, again.output.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      'imported 1 threads, 500 posts, 7 members; 0 records refused',
    ]);
    const resumed = await forumState();

    await truncateAll();
    await importDiscourse(folder);
    expect(resumed).toEqual(await forumState());
  },
  240_000,
);
