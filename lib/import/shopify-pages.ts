import { z } from 'zod';

import { firstOf } from '@/lib/core/fields';
import { markdownFrom } from '@/lib/core/markdown/from-html';
import { imagesOf, textOf } from '@/lib/core/sanitize';
import { MAX_HTML } from '@/lib/core/sanitize/sanitize-user-html';
import { languageOf } from '@/lib/core/language-of';
import type { ImportPage } from '@/lib/pages/schema';

import { readFirst, refuseRows, type PickedRow, type SheetSpec } from './sheet-groups';
import { fault, text } from './sheet-pieces';
import { handleFault } from './shopify-handle';
import { htmlOfShop } from './shopify-html';
import type { Built, Money } from './shopify-records';
import { splitMarkdown } from './split-markdown';

const aliases = {
  handle: ['handle'],
  title: ['title'],
  body: ['bodyhtml', 'body(html)', 'body'],
  description: ['metafield:descriptiontag[string]', 'metafield:descriptiontag', 'seodescription'],
  command: ['command'],
  template: ['templatesuffix'],
} as const;
type Column = keyof typeof aliases;

/** Shopify exports no pages by itself; apps do. */
export const pagesSheet: SheetSpec<Column> = {
  aliases,
  grouped: { what: 'page', key: 'handle', most: 500 },
  keyOf: ({ handle }) => {
    const key = handle.normalize('NFC').toLowerCase();
    return handleFault(key, 200) ?? key;
  },
};

export type PageFound = Omit<ImportPage, 'source' | 'sourceId' | 'known'>;

const tooLong = 'a page cannot hold that much text';
const shape = z.object({
  title: text('title', 255).refine((value) => value !== '', {
    error: 'the page has no title',
    params: { code: 'title-missing' },
  }),
  // What stands behind that would be left out without a word when the HTML is cleaned.
  body: z.string().refine((value) => value.length <= MAX_HTML, fault('page-too-long', tooLong)),
  description: text('description', 1_000),
});

const mostTitle = 120;
const mostPictures = 250;

/** A page as the draft that it becomes. Rows below the first hold its metafields, which are left behind. */
export function buildPage(key: string, rows: PickedRow<Column>[], { shop }: Money): Built<PageFound> {
  const read = readFirst(shape, rows);
  if ('faults' in read) return read;
  const { first, more } = read;
  const html = htmlOfShop(read.data.body, shop);
  const texts = splitMarkdown(markdownFrom(html));
  if (texts === null) {
    return { faults: refuseRows(rows, { row: first.row, code: 'page-too-long', reason: tooLong }) };
  }
  const twin = { code: 'page-twice', reason: `row ${first.row} has the same page` };
  const twins = more
    .filter(({ cells }) => cells.title !== '' || cells.body !== '')
    .map(({ row }) => ({ row, ...twin }));
  return {
    row: {
      slug: key,
      lang: languageOf(`${read.data.title}${textOf(html).slice(0, 2_000)}`),
      title: firstOf(read.data.title, mostTitle),
      description: firstOf(read.data.description, 300),
      texts,
      pictures: imagesOf(html)
        .filter((url) => url.length <= 2_048)
        .slice(0, mostPictures),
    },
    faults: twins,
    leftOut: {
      'page-templates': first.cells.template ? 1 : 0,
      'page-titles': read.data.title.length > mostTitle ? 1 : 0,
    },
  };
}
