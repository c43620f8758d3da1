import { cleanText } from './sanitize/clean-text';

const deepest = 20;

/** Plain data from outside with every text in it cleaned, names too; what is nested absurdly deep is left out. */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return depth < deepest ? value.map((each) => cleanJson(each, depth + 1)) : undefined;
  if (!isPlain(value)) return value;
  return depth < deepest
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [cleanText(name), cleanJson(each, depth + 1)]))
    : undefined;
}

/** A query with every name and value cleaned. */
export function cleanQuery(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].map(([name, value]) => [cleanText(name), cleanText(value)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
}
