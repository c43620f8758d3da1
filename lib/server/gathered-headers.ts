type Value = string | string[];

/**
 * The headers that `writeHead` was given, by name: an object, or raw ones, which alternate names and values. Where other headers were set
 * before, Node keeps but the last of several raw ones of a name (https://nodejs.org/api/http.html, writeHead), and one cookie of two would be lost.
 */
export function gatheredHeaders(given: unknown): [string, Value][] {
  if (typeof given !== 'object' || given === null) return [];
  const pairs = Array.isArray(given) ? rawPairs(given) : Object.entries(given as Record<string, Value>);
  const byName = new Map<string, [name: string, values: string[]]>();
  for (const [name, value] of pairs) {
    const [first, values] = byName.get(name.toLowerCase()) ?? [name, []];
    byName.set(name.toLowerCase(), [first, [...values, ...[value].flat()]]);
  }
  return [...byName.values()].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]);
}

const rawPairs = (raw: unknown[]): [string, Value][] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[String(name), raw[at + 1] as Value] as [string, Value]] : []));
