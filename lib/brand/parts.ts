import type { Brand } from '@/lib/core/brand';

/** A part of the brand, as the history names what changed. */
export type BrandPart = keyof Brand;

const parts = [
  'name',
  'shortName',
  'tagline',
  'mark',
  'markDark',
  'icon',
  'card',
  'colour',
  'currency',
  'languages',
  'contact',
  'imprint',
] as const satisfies readonly BrandPart[];

/** The parts in which two versions of the brand differ. */
export function changedParts(before: Brand, after: Brand): BrandPart[] {
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}
