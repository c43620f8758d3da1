/** What the forms of collections send; safe in the browser. */
import { z } from 'zod';

import { maybeLine, nameLine } from '@/lib/core/fields';
import { readAmount } from '@/lib/core/money';
import { list, orNothing, rowNumber, ticked } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import {
  collectionKinds,
  collectionMatches,
  collectionSorts,
  conditions,
  leadMost,
  mostPlaced,
  mostRules,
  ofPrice,
  type CollectionRule,
} from './choices/collection-rules';

const places = Array.from({ length: mostRules }, (_, at) => at);
const perRule = <T extends z.ZodType>(name: string, field: T) =>
  Object.fromEntries(places.map((at) => [`${name}.${at}`, field]));

/** The id of a chosen product, or nothing. */
const product = orNothing(z.uuid().optional());

const fields = z
  .object({
    collectionId: orNothing(z.uuid().optional()),
    shown: whole(0, 2_000_000_000).default(0),
    ...{ title: nameLine(80), titleZh: nameLine(80), lead: maybeLine(leadMost), leadZh: maybeLine(leadMost) },
    kind: z.enum(collectionKinds),
    match: z.enum(collectionMatches).default('ALL'),
    sort: z.enum(collectionSorts),
    currency: z.string().regex(/^[A-Z]{3}$/),
    products: list(z.uuid(), mostPlaced),
    add: product,
    listed: ticked,
    ...perRule('rule', orNothing(z.enum(conditions).optional())),
    ...perRule('value', maybeLine(255)),
  })
  .catchall(z.unknown());

/** A collection as its form says it. A rule comes as `rule.<n>` and `value.<n>`, a chosen product as one of `products` and one that is put behind them as `add`. */
export const saveCollectionInput = fields.transform((form, ctx) => {
  const problem = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
  const rules = form.kind === 'RULES' ? places.flatMap((at) => ruleAt(form, at, problem)) : [];
  if (form.kind === 'RULES' && rules.length === 0) problem('rule.0', 'code:required');
  const { collectionId, shown, title, titleZh, lead, leadZh, kind, match, listed } = form;
  return {
    ...{ collectionId, shown, title, titleZh, lead, leadZh, kind, match, rules, listed },
    // What nobody placed has no such order.
    sort: kind === 'RULES' && form.sort === 'PLACED' ? ('NEWEST' as const) : form.sort,
    productIds: kind === 'HAND' ? [...new Set([...form.products, ...(form.add ? [form.add] : [])])] : [],
  };
});
export type SaveCollection = z.output<typeof saveCollectionInput>;

export const deleteCollectionInput = z.object({ collectionId: z.uuid(), shown: rowNumber });
export type DeleteCollection = z.output<typeof deleteCollectionInput>;

function ruleAt(
  form: z.output<typeof fields>,
  at: number,
  problem: (field: string, message: string) => void,
): CollectionRule[] {
  const condition = form[`rule.${at}`] as CollectionRule['condition'] | undefined;
  const value = form[`value.${at}`] as string;
  if (condition === undefined) return [];
  if (condition === 'REDUCED') return [{ condition, value: '', amountMinor: null, currency: null }];
  if (value === '') return (problem(`value.${at}`, 'code:required'), []);
  if (!ofPrice.includes(condition)) return [{ condition, value, amountMinor: null, currency: null }];
  const amountMinor = readAmount(value, form.currency);
  if (amountMinor === null) return (problem(`value.${at}`, 'code:bad-price'), []);
  return [{ condition, value: '', amountMinor, currency: form.currency }];
}
