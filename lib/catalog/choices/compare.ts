import { withQuery } from '@/lib/core/paths';

import type { Specification } from '../specifications';

/** So many products stand beside each other at most. */
export const mostCompared = 4;

/**
 * The path of some products side by side, by their handles, without its language. It stands apart from `lib/paths.ts`, whose every line the
 * browser loads with every page.
 */
export const comparePath = (handles: readonly string[]): string => withQuery('/compare', { of: handles.join(',') });

/** The handles that an address of the comparison names, each once, as many as can be compared. */
export function readCompared(given = ''): string[] {
  const handles = given.split(',').map((handle) => handle.trim());
  return [...new Set(handles.filter(Boolean))].slice(0, mostCompared);
}

/** One line of a comparison: a label, what each product says, null where it says nothing, and whether they differ. */
export type ComparedRow = { label: string; cells: (string | null)[]; differs: boolean };

/** The specifications of several products beside each other: labels that are written alike are one, in the order in which they first stand. */
export function compareSpecifications(products: readonly Specification[][]): ComparedRow[] {
  const key = (label: string) => label.normalize('NFKC').trim().toLowerCase();
  const labels = new Map<string, string>();
  for (const { label } of products.flat()) if (!labels.has(key(label))) labels.set(key(label), label);
  return [...labels].map(([same, label]) => {
    const cells = products.map((specifications) => {
      const found = specifications.filter((each) => key(each.label) === same).flatMap(({ values }) => values);
      const texts = found.map(({ text, of }) => (of ? `${of}: ${text}` : text));
      return texts.length > 0 ? texts.join('\n') : null;
    });
    return { label, cells, differs: new Set(cells).size > 1 };
  });
}
