/** The rows that domains declare in their access.ts, and those of no domain, gathered into one table for each kind of verb. */
import type { Access } from '@/lib/core/access';

import { central } from './central';

type Listed = {
  [Part in keyof Access]-?: NonNullable<Access[Part]> extends readonly unknown[] ? Part : never;
}[keyof Access];
type Keyed = Exclude<keyof Access, Listed>;
type RowOf<Part extends keyof Access> = NonNullable<Access[Part]>[keyof NonNullable<Access[Part]>];

export type Tables = Record<string, Access>;
export type Row<Part extends Keyed> = { domain: string; name: string; row: RowOf<Part> };

const files = import.meta.glob<Access>(['/lib/*/access.ts', '!/lib/core/access.ts'], { eager: true, import: 'access' });

/** What each domain declares, and under `central` what belongs to none. */
export const tables: Tables = {
  ...Object.fromEntries(Object.entries(files).map(([file, access]) => [file.split('/')[2]!, access])),
  central,
};

/** Every row of one table with its domain. */
export function rowsOf<Part extends Keyed>(part: Part, given: Tables = tables): Row<Part>[] {
  return Object.entries(given).flatMap(([domain, access]) =>
    Object.entries(access[part] ?? {}).map(([name, row]) => ({ domain, name, row: row as RowOf<Part> })),
  );
}

/** Every entry of one list. */
export function listOf<Part extends Listed>(part: Part, given: Tables = tables): NonNullable<Access[Part]>[number][] {
  return Object.values(given).flatMap((access) => [...(access[part] ?? [])]);
}

export const complete = { withoutRow: [], withoutVerb: [], twice: [] };

/** What is amiss between the verbs that there are and their rows: nothing is `complete`. */
export function compare(verbs: readonly string[], rows: readonly string[]) {
  return {
    withoutRow: verbs.filter((verb) => !rows.includes(verb)),
    withoutVerb: rows.filter((row) => !verbs.includes(row)),
    twice: [verbs, rows].flatMap((names) => names.filter((name, at) => names.indexOf(name) !== at)),
  };
}

/** The name of a verb that belongs to a domain. */
export const inDomain = ({ domain, name }: { domain: string; name: string }): string => `${domain}.${name}`;
