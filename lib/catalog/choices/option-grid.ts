/** A product's options with their values, and a row of the grid for each combination of them. */
export type Option = { name: string; values: string[] };

/** How many options a product has at most, and how many variants by hand. */
export const gridMost = { options: 3, variants: 100 } as const;

/** Every combination of the options' values, the last option's values changing first; one without values where nothing is chosen. */
export function combinations(options: readonly Option[]): string[][] {
  return filled(options).reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

/**
 * The rows that the options ask for: a row that has such a combination already is kept as it is, another one is made from its
 * combination and the nearest row there was. The second list holds the rows that no combination asks for any more.
 */
export function regrid<R extends { options: string[] }>(
  rows: readonly R[],
  options: readonly Option[],
  make: (options: string[], like: R | undefined) => R,
): { rows: R[]; gone: R[] } {
  const wanted = combinations(options);
  const left = new Map(rows.map((row) => [keyOf(row.options), row]));
  const kept = wanted.map((values) => {
    const known = left.get(keyOf(values));
    left.delete(keyOf(values));
    return known ?? make(values, nearest(rows, values));
  });
  return { rows: kept, gone: [...left.values()] };
}

/** What is wrong with options before a grid is made of them; null when nothing is. */
export function optionFault(options: readonly Option[]): 'option-twice' | 'too-many-variants' | null {
  const named = filled(options);
  const names = named.map(({ name }) => keyOf([name]));
  if (new Set(names).size < names.length) return 'option-twice';
  if (named.some(({ values }) => new Set(values.map((value) => keyOf([value]))).size < values.length))
    return 'option-twice';
  const count = named.reduce((product, { values }) => product * values.length, 1);
  return count > gridMost.variants ? 'too-many-variants' : null;
}

const filled = (options: readonly Option[]) => options.filter(({ name, values }) => name && values.length > 0);

/** Combinations are the same without regard to case and to how their letters are composed. */
export const keyOf = (values: readonly string[]): string =>
  JSON.stringify(values.map((value) => value.normalize('NFKC').toLowerCase()));

function nearest<R extends { options: string[] }>(rows: readonly R[], values: string[]): R | undefined {
  const same = (row: R) => row.options.filter((value, at) => keyOf([value]) === keyOf([values[at] ?? ''])).length;
  return rows.toSorted((a, b) => same(b) - same(a))[0];
}
