import type { Operation, Parameter, Schema } from './document';

const textOf = ({ examples, enum: words }: Schema): string | undefined => {
  const [first] = (Array.isArray(examples) ? examples : Array.isArray(words) ? words : []) as unknown[];
  return first === undefined ? undefined : String(first);
};

const partsOf = (parameters: Parameter[], place: Parameter['in']) =>
  parameters.flatMap(({ name, in: at, schema }) => {
    const value = at === place ? textOf(schema) : undefined;
    return value === undefined ? [] : [{ name, value }];
  });

/** A call as a command of curl, made of the examples in the document. */
export function curlOf(origin: string, path: string, method: string, operation: Operation): string {
  const { parameters, requestBody } = operation;
  const filled = partsOf(parameters, 'path').reduce((text, { name, value }) => text.replace(`{${name}}`, value), path);
  const asked = new URLSearchParams(partsOf(parameters, 'query').map(({ name, value }) => [name, value])).toString();
  const lines = [
    `curl "${origin}${filled}${asked && `?${asked}`}"`,
    '-H "Authorization: Bearer $MILLET_KEY"',
    ...partsOf(parameters, 'header').map(({ name, value }) => `-H "${name}: ${value}"`),
  ];
  const schema = requestBody?.content['application/json'].schema;
  if (method === 'post' && schema)
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(bodyOf(schema))}'`);
  return lines.join(' \\\n  ');
}

function bodyOf({ properties = {} }: Schema): Record<string, string> {
  const fields = Object.entries(properties as Record<string, Schema>);
  return Object.fromEntries(
    fields.flatMap(([name, schema]) => {
      const value = textOf(schema);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
