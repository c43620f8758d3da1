/** The fields of a form after two changed what they saw. */
export type Merged<F> = {
  /** Of each field what was typed, or, where nothing was, what is saved by now. */
  fields: F;
  /** Fields that both changed, each in another way: what is saved by now. */
  both: Partial<F>;
};

/** Carries what somebody typed over fields as they saw them to the fields as they were saved meanwhile: nothing typed is lost, nothing saved is undone. */
export function mergeFields<F extends Record<string, string>>(seen: F, typed: Partial<F>, now: F): Merged<F> {
  const [fields, both]: [F, Partial<F>] = [{ ...now }, {}];
  for (const name of Object.keys(now) as (keyof F)[]) {
    const mine = typed[name];
    if (mine === undefined || mine === seen[name]) continue;
    fields[name] = mine;
    if (now[name] !== seen[name] && now[name] !== mine) both[name] = now[name];
  }
  return { fields, both };
}
