import type { Schema } from './document';

const byFormat: Record<string, string> = {
  'date-time': '2026-11-29T08:30:00.000Z',
  uuid: '01a22827-6435-739e-a1bf-af3a774fbd51',
};

/** What an answer of a schema looks like, made of the examples in it. */
export function exampleOf(schema: Schema): unknown {
  const { examples, enum: words, anyOf, type, properties, items, format } = schema;
  for (const given of [examples, words]) if (Array.isArray(given)) return given[0] as unknown;
  if (Array.isArray(anyOf)) return exampleOf(anyOf[0] as Schema);
  if (type === 'object') return exampleOfObject((properties ?? {}) as Record<string, Schema>);
  if (type === 'array') return [exampleOf((items ?? {}) as Schema)];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 1;
  return byFormat[String(format)] ?? '';
}

const exampleOfObject = (properties: Record<string, Schema>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema)]));
