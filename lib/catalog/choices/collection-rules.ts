/** What a collection by rules may ask of a product. Safe in the browser. */

/** The questions; a price is asked for in the shop's own currency, and the last one needs no value. */
export const conditions = [
  'TAG_IS',
  'TAG_IS_NOT',
  'KIND_IS',
  'KIND_IS_NOT',
  'VENDOR_IS',
  'VENDOR_IS_NOT',
  'TITLE_HAS',
  'TITLE_HAS_NOT',
  'TITLE_STARTS',
  'TITLE_ENDS',
  'PRICE_BELOW',
  'PRICE_ABOVE',
  'REDUCED',
] as const;
export type CollectionCondition = (typeof conditions)[number];

/** The conditions that a price answers, which may change by itself when its moment comes. */
export const ofPrice: readonly CollectionCondition[] = ['PRICE_BELOW', 'PRICE_ABOVE', 'REDUCED'];

export const collectionKinds = ['HAND', 'RULES'] as const;
export const collectionMatches = ['ALL', 'ANY'] as const;
export const collectionSorts = ['PLACED', 'NEWEST', 'CHEAPEST', 'DEAREST', 'NAME'] as const;

/** So many rules one collection has at most. */
export const mostRules = 12;
/** So many products stand in a collection by hand at most. */
export const mostPlaced = 500;
/** So many collections there are at most: each product is held against the rules of all. */
export const mostCollections = 500;
/** So many characters the sentence below a collection's title has at most. */
export const leadMost = 500;

export type CollectionRule = {
  condition: CollectionCondition;
  value: string;
  amountMinor: number | null;
  currency: string | null;
};
