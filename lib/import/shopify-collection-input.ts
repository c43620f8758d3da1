import {
  leadMost,
  mostRules,
  type CollectionCondition,
  type CollectionRule,
} from '@/lib/catalog/choices/collection-rules';
import type { SaveCollection } from '@/lib/catalog/collection-schema';
import { cleanLine, cutTo } from '@/lib/core/fields';
import { readAmount } from '@/lib/core/money';
import { textOf } from '@/lib/core/sanitize/html-text';
import type { CollectionRow } from '@/lib/imports/shapes';

const relations: Record<string, Record<string, CollectionCondition>> = {
  tag: { equals: 'TAG_IS', notequals: 'TAG_IS_NOT' },
  type: { equals: 'KIND_IS', notequals: 'KIND_IS_NOT' },
  vendor: { equals: 'VENDOR_IS', notequals: 'VENDOR_IS_NOT' },
  title: { contains: 'TITLE_HAS', notcontains: 'TITLE_HAS_NOT', startswith: 'TITLE_STARTS', endswith: 'TITLE_ENDS' },
  variantprice: { lessthan: 'PRICE_BELOW', greaterthan: 'PRICE_ABOVE' },
  variantcompareatprice: { isset: 'REDUCED' },
};

// `Variant Price`, `variant_price` and `product_type` are written in more than one way; `Is Equal To` as well.
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^product(?=.)/, '')
    .replace(/^is(?=equal|not|greater|less)/, '')
    .replace(/^(not)?equal(s|to)?$/, '$1equals')
    .replace(/^(doesnot|not)contains?$/, 'notcontains');

/** A rule of the old shop as one of ours; null where there is none that asks the same. */
export function toRule(
  { column, relation, condition }: CollectionRow['rules'][number],
  currency: string,
): CollectionRule | null {
  const [of, asks, value] = [plain(column), plain(relation), cleanLine(condition)];
  // Compared with nothing, a price before the reduction is there.
  const known = of === 'variantcompareatprice' && asks === 'greaterthan' && Number(value) === 0 ? 'isset' : asks;
  const found = Object.hasOwn(relations, of) ? relations[of]![known] : undefined;
  if (found === undefined) return null;
  if (found === 'REDUCED') return { condition: found, value: '', amountMinor: null, currency: null };
  if (value === '') return null;
  if (of !== 'variantprice') return { condition: found, value: cutTo(value, 255), amountMinor: null, currency: null };
  const amountMinor = readAmount(value, currency);
  return amountMinor === null ? null : { condition: found, value: '', amountMinor, currency };
}

const sorts: readonly [RegExp, SaveCollection['sort']][] = [
  [/manual/i, 'PLACED'],
  [/title|alpha/i, 'NAME'],
  [/price.*(desc|high.*low)/i, 'DEAREST'],
  [/price/i, 'CHEAPEST'],
];

/** A collection of the old shop as it is saved here, but for its products; null where a rule of it is not known here. */
export function toCollectionInput(row: CollectionRow, currency: string): SaveCollection | null {
  const rules = row.rules.map((rule) => toRule(rule, currency));
  if (rules.length > mostRules || rules.includes(null)) return null;
  const kind = rules.length > 0 ? 'RULES' : 'HAND';
  const found =
    sorts.find(([written]) => written.test(row.sort))?.[1] ??
    (kind === 'HAND' && row.sort === '' ? 'PLACED' : 'NEWEST');
  return {
    ...{ collectionId: undefined, shown: 0, title: cutTo(row.title, 80), titleZh: '' },
    ...{ lead: cutTo(cleanLine(textOf(row.html)), leadMost), leadZh: '' },
    ...{
      kind,
      match: row.match === 'any' ? 'ANY' : 'ALL',
      rules: rules as CollectionRule[],
      listed: row.published,
      productIds: [],
    },
    sort: kind === 'RULES' && found === 'PLACED' ? 'NEWEST' : found,
  };
}
