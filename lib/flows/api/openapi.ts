import { z } from 'zod';

import { answer, type Endpoint } from '@/lib/core/endpoint';
import { problem } from '@/lib/api/problem-shape';
import { problemOf, problems, type ProblemCode } from '@/lib/api/problems';
import type { OpenApi, Operation, Parameter, Schema } from '@/lib/api/document';
import { limits } from '@/lib/api/limits';

import { longestName, type Call } from './call';
import { calls } from './calls';

let made: OpenApi | undefined;

/** The API as an OpenAPI 3.1 document, made of the schemas by which it is served. */
export const openApi = (): OpenApi => (made ??= make());

/** Where the document itself is. It holds nothing of the shop, so that everybody may read it. */
export const documentPath = '/api/admin/v1/openapi.json';

/** `GET /api/admin/v1/openapi.json` */
export const openApiEndpoint: Endpoint = {
  method: 'GET',
  path: documentPath,
  admits: 'anyone',
  problem: problemOf,
  answer: async () => answer(200, openApi()),
};

function make(): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const call of calls) (paths[templateOf(call.path)] ??= {})[call.method.toLowerCase()] = operationOf(call);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Admin API',
      version: '1',
      description: `Orders out, tracking in. Each key may read ${limits.read.count} times and write ${limits.write.count} times a minute.`,
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: { ...paths },
    components: {
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that staff made under Settings, API.' },
      },
    },
  };
}

/** A path as OpenAPI writes it. */
export const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function operationOf(call: Call): Operation {
  return {
    operationId: call.name,
    summary: call.summary,
    description: call.description,
    'x-scope': call.scope,
    security: [{ key: [] }],
    parameters: [
      ...parametersOf('path', call.params),
      ...parametersOf('query', call.query),
      ...(call.once ? [nameParameter] : []),
    ],
    ...(call.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(call.body) } } },
    }),
    responses: { ...answersOf(call), ...refusalsOf(call) },
  };
}

const nameParameter: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any name for this write: sent again within a day it is answered the same, and not done again.',
  schema: { type: 'string', minLength: 1, maxLength: longestName, examples: ['ship-7K2M9QXD'] },
};

function parametersOf(place: 'path' | 'query', fields?: z.ZodType<object>): Parameter[] {
  if (!fields) return [];
  const { properties = {}, required = [] } = schemaOf(fields) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' && { description }),
    schema,
  }));
}

function answersOf({ answers }: Call): Operation['responses'] {
  const said = Object.entries(answers).map(([status, { what, schema }]) => [
    status,
    { description: what, content: { 'application/json': { schema: schemaOf(schema) } } },
  ]);
  return Object.fromEntries(said) as Operation['responses'];
}

// What every call refuses with.
const always: readonly ProblemCode[] = [
  'key-missing',
  'key-unknown',
  'forbidden',
  'invalid',
  'rate-limited',
  'failed',
  'busy',
];

/** The codes with which a call refuses, by their status. */
export function codesOf(call: Pick<Call, 'refuses' | 'body' | 'once'>): ProblemCode[] {
  const own = [...(call.refuses ?? []), ...(call.body ? ['bad-json' as const] : [])];
  const codes = [...always, ...own, ...(call.once ? ['idempotency-key-reused' as const] : [])];
  return codes.toSorted((a, b) => problems[a].status - problems[b].status);
}

function refusalsOf(call: Call): Operation['responses'] {
  const codes = codesOf(call);
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\`: ${problems[code].message}`)
          .join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

// As callers write it: what a field is read as is no matter of theirs. Answers are the same both ways.
const schemaOf = (schema: z.ZodType): Schema => plain(z.toJSONSchema(schema, { io: 'input', override: withExamples }));

// zod leaves out the examples of fields that are read as something else, so that schemas name one by another word. What a format says
// needs no pattern beside it.
function withExamples({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  const { example } = jsonSchema;
  if (example === undefined) return;
  delete jsonSchema.example;
  jsonSchema.examples = [example];
}

function plain({ $schema: _, ...schema }: Schema): Schema {
  return schema;
}
