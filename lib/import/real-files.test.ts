/** Files as real shops and forums export them, when they lie beside the project; they are never part of it. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { renderMarkdown } from '@/lib/core/markdown/render-markdown';
import { imagesOf, textOf } from '@/lib/core/sanitize';
import { truncateAll } from '@/tests/support/database';
import { rowsOf } from '@/tests/support/import-state';

import { importDiscourse } from './import-discourse';
import { importShopify, shopifyFile, type ShopifyFile } from './import-shopify';

const data = ['../shared/data', '../../shared/data']
  .map((place) => path.resolve(place))
  .find((place) => existsSync(place));
if (!data) process.stdout.write('Real files are not here (../shared/data): they are not tried.\n');

vi.setConfig({ testTimeout: 300_000 });
beforeEach(truncateAll);

it.skipIf(!data)("shops' products come whole, and a second run writes nothing", async () => {
  const folder = path.join(data ?? '', 'shopify');
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const files = (await Promise.all(names.map((name) => shopifyFile(name, path.join(folder, name))))).filter(
    (file): file is ShopifyFile => file !== null,
  );
  const refused: string[] = [];
  const done = await importShopify(files, {
    currency: 'USD',
    onRefusal: ({ row, code }) => refused.push(`${row} ${code}`),
  });
  expect([done.read, refused]).toEqual([names.length, []]);
  expect([await db.product.count(), await db.variant.count()]).toEqual([done.products, done.variants]);
  const before = await rowsOf('Product', 'Variant', 'ProductImage', 'RemotePicture', 'RemotePictureUse');
  await importShopify(files, { currency: 'USD' });
  expect(await rowsOf('Product', 'Variant', 'ProductImage', 'RemotePicture', 'RemotePictureUse')).toEqual(before);
});

it.skipIf(!data)(
  'a forum comes whole, its Markdown says what its HTML shows, and a second run writes nothing',
  async () => {
    const folder = path.join(data ?? '', 'discourse');
    const done = await importDiscourse(folder);
    expect(await db.post.count()).toBe(done.posts);
    const words = (html: string) => textOf(html).replace(/\s+/g, '');
    for (const { html, markdown } of await db.post.findMany({ select: { html: true, markdown: true } })) {
      const again = renderMarkdown(markdown).html;
      expect([words(again), imagesOf(again)]).toEqual([words(html), imagesOf(html)]);
    }
    const tables = [
      'Member',
      'Board',
      'Thread',
      'ThreadState',
      'Post',
      'Hiding',
      'Mention',
      'RemotePicture',
      'RemotePictureUse',
    ];
    const before = await rowsOf(...tables);
    expect(await importDiscourse(folder)).toMatchObject({ added: 0, changed: 0 });
    expect(await rowsOf(...tables)).toEqual(before);
  },
);
