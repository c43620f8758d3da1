/**
 * Passes tags on twice more, one and three seconds later: Next 16.4 keeps a page that was being made while its data changed as
 * if it were newer than the change, and on a busy machine a page may take seconds to be made.
 */
export function repeatTwice(pass: (tags: string[]) => void): (tags: string[]) => void {
  const turns = [1_000, 3_000].map((ms) => afterwards(ms, pass));
  return (tags) => turns.forEach((later) => later(tags));
}

/** Passes tags on, all that came close together at once, each after so many milliseconds and before twice as many. */
function afterwards(ms: number, pass: (tags: string[]) => void): (tags: string[]) => void {
  let [fresh, ripe] = [new Set<string>(), new Set<string>()];
  let due: NodeJS.Timeout | undefined;
  const turn = () => {
    const all = [...ripe];
    [ripe, fresh] = [fresh, new Set()];
    due = ripe.size > 0 ? setTimeout(turn, ms).unref() : undefined;
    if (all.length > 0) pass(all);
  };
  return (tags) => {
    for (const tag of tags) fresh.add(tag);
    due ??= setTimeout(turn, ms).unref();
  };
}
