import { z } from 'zod';

import { cutTo } from '@/lib/core/fields';
import type { CollectionRow } from '@/lib/imports/shapes';

import { readFirst, type PickedRow, type SheetSpec } from './sheet-groups';
import { flag, text } from './sheet-pieces';
import { handleFault } from './shopify-handle';
import { htmlOfShop } from './shopify-html';
import type { Built, Money } from './shopify-records';
import { imageAddress } from './shopify-shape';

const aliases = {
  handle: ['handle'],
  title: ['title'],
  body: ['bodyhtml', 'body(html)', 'description'],
  sort: ['sortorder'],
  published: ['published'],
  picture: ['imagesrc'],
  match: ['mustmatch'],
  ruleColumn: ['rule:productcolumn'],
  ruleRelation: ['rule:relation'],
  ruleCondition: ['rule:condition'],
  product: ['product:handle'],
} as const;
type Column = keyof typeof aliases;

/** Shopify exports no collections by itself; apps do, with a row for each product or rule. */
export const collectionsSheet: SheetSpec<Column> = {
  aliases,
  grouped: { what: 'collection', key: 'handle', most: 50_000 },
  keyOf: ({ handle }) => {
    const key = handle.normalize('NFC').toLowerCase();
    return handleFault(key, 200) ?? key;
  },
};

const shape = z.object({
  title: text('title', 255).refine((value) => value !== '', {
    error: 'the collection has no title',
    params: { code: 'title-missing' },
  }),
  body: text('description', 65_536),
  sort: text('sort order', 40),
  published: flag('published', true),
  match: z
    .string()
    .transform((value): 'all' | 'any' | null => (/^all/i.test(value) ? 'all' : /^any/i.test(value) ? 'any' : null)),
});

// As many as fit into the row of a record.
const mostCharacters = 120_000;
const mostProducts = 5_000;
const mostRules = 60;

/** A collection with its products or rules; a row that cannot be read, or has another title, costs its own product or rule. */
export function buildCollection(key: string, all: PickedRow<Column>[], money: Money): Built<CollectionRow> {
  const read = readFirst(shape, all);
  if ('faults' in read) return read;
  const isTwin = ({ cells }: PickedRow<Column>) => cells.title !== '' && cells.title !== read.first.cells.title;
  const rows = all.filter((row) => !isTwin(row));
  const twin = { code: 'collection-twice', reason: `row ${read.first.row} has another collection with this handle` };
  const { body, ...fields } = read.data;
  const named = [...new Set(rows.map(({ cells }) => cutTo(cells.product, 255)).filter(Boolean))];
  const products = fitting(named);
  const rules = rows.flatMap(({ cells }) => ruleOf(cells));
  const html = htmlOfShop(body, money.shop);
  return {
    row: {
      ...{ ...fields, handle: key, picture: imageAddress(read.first.cells.picture), products },
      ...{ html: html.length <= 65_536 ? html : '', rules: rules.slice(0, mostRules) },
    },
    faults: all.filter(isTwin).map(({ row }) => ({ row, ...twin })),
    leftOut: {
      'collection-products': named.length - products.length,
      'collection-rules': Math.max(0, rules.length - mostRules),
    },
  };
}

function ruleOf({ ruleColumn, ruleRelation, ruleCondition }: Record<Column, string>): CollectionRow['rules'] {
  if (ruleColumn === '') return [];
  const cut = (text: string) => cutTo(text, 255);
  return [{ column: cut(ruleColumn), relation: cut(ruleRelation), condition: cut(ruleCondition) }];
}

function fitting(products: string[]): string[] {
  let characters = 0;
  return products.filter((each, at) => at < mostProducts && (characters += each.length + 4) <= mostCharacters);
}
