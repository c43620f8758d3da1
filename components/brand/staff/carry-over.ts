import { mergeFields } from '@/lib/brand/choices/merge-fields';
import { toFields, type BrandFields } from '@/lib/brand/schema';
import type { Brand } from '@/lib/core/brand';

import type { Meanwhile, Typed } from './meanwhile';

type Saved = Brand & { version: number };

/** What the settings of the brand know: the version that they show, the one that was saved here, and what was typed and not saved yet. */
export type Known = {
  brand: Saved;
  own: number;
  /** Counted up when the form begins anew. */
  round: number;
  typed: Typed;
  meanwhile: Meanwhile | null;
};

/**
 * The same with another version: what is saved as it was typed is typed no more. One that was saved here leaves the form as it is; one of
 * somebody else begins it anew with what was typed, and names what both changed, also before.
 */
export function carriedOver({ brand: seen, own, round, typed, meanwhile }: Known, brand: Saved): Known {
  const [before, now] = [toFields(seen), toFields(brand)];
  const { reason, ...fields } = typed;
  const mine = (names: BrandFields) => (name: keyof BrandFields) =>
    fields[name] !== undefined && fields[name] !== names[name];
  const names = (Object.keys(now) as (keyof BrandFields)[]).filter(mine(now));
  if (brand.version === own) return { brand, own, round, typed: { ...taken(fields, names), reason }, meanwhile };
  const left = names.filter(mine(before));
  const { both } = mergeFields(before, fields, now);
  const told = left.filter((name) => name in both || (meanwhile && name in meanwhile.both));
  const isTold = left.length > 0 || meanwhile?.problem;
  return {
    ...{ brand, own, round: round + 1, typed: { ...taken(fields, left), reason } },
    meanwhile: isTold ? { both: taken(now, told), problem: meanwhile?.problem ?? null } : null,
  };
}

const taken = (fields: Partial<BrandFields>, names: readonly (keyof BrandFields)[]): Partial<BrandFields> =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));
