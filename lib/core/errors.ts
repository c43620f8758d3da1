/** A refusal meant for the visitor: the code is translated, values fill the sentence, field names the input it is about. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string = code,
    readonly detail: { field?: string; values?: Record<string, string | number> } = {},
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** The answer for what is missing and for what one may not see alike. */
export function notFound(what = 'this'): Refused {
  return new Refused('not-found', `${what} was not found`);
}

/** The refusal of a known actor without the permission. */
export function forbidden(): Refused {
  return new Refused('forbidden', 'You may not do this');
}

/** Returns the value, or refuses with not-found when it is missing, or when a condition on it is false. */
export function found<T>(value: T | false | null | undefined, what?: string): T {
  if (value === null || value === undefined || value === false) throw notFound(what);
  return value;
}

/** Refuses with forbidden, or with the given code, unless the condition holds. */
export function allow(condition: boolean, code = 'forbidden', values?: Record<string, string | number>): void {
  if (!condition) throw new Refused(code, code, { values });
}
