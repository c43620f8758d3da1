/**
 * How a fact of an act is said: as it stands, as a number, an amount in the `currency` beside it, a moment, a word or a list of
 * words of a group of a domain's sentences, or as one of the few that several facts or a list make.
 */
export type FactKind =
  | 'text'
  | 'count'
  | 'level'
  | 'units'
  | 'money'
  | 'moment'
  | 'term'
  | 'permissions'
  | 'role'
  | 'roleEnd'
  | { readonly word: string; readonly of: string }
  | { readonly words: string; readonly of: string };

/**
 * What stands beside an act in the audit log: its sentence among `staff.details`, and how each fact of it is said. Ids are for
 * the log alone, and a number names what was acted upon.
 */
export type ActDetail = readonly [sentence: string, facts: Readonly<Record<string, FactKind>>];

/** Declares what stands beside the acts of a domain that have something to tell besides their names. */
export const declareActs = <const A extends Readonly<Record<string, ActDetail>>>(acts: A): A => acts;
