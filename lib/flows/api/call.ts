import { z } from 'zod';

import type { Answer, Endpoint, EndpointRequest } from '@/lib/core/endpoint';
import { answer } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { cutTo } from '@/lib/core/fields';
import { problemOf, type ProblemCode } from '@/lib/api/problems';
import type { Scope } from '@/lib/api/scope-names';

import { admit, type Caller } from './caller';

/** What a call is asked: its caller, and what it was sent, parsed. */
export type Asked<P, Q, B> = { caller: Caller; params: P; query: Q; body: B; idempotencyKey: string | null };

type Fields = z.ZodType<object>;

/**
 * One call of the API, by which it is both served and described: where it is, what it needs, what it takes and answers. The schemas are
 * those of the OpenAPI document.
 */
export type Call<P extends Fields = Fields, Q extends Fields = Fields, B extends Fields = Fields> = {
  method: 'GET' | 'POST';
  /** Path with `:name` for its parameters. */
  path: `/api/admin/v1/${string}`;
  /** Its name in the document, for generated clients. */
  name: string;
  summary: string;
  description: string;
  scope: Scope;
  params?: P;
  query?: Q;
  body?: B;
  /** Whether a write may be named by an Idempotency-Key. */
  once?: true;
  /** What each status is answered with. */
  answers: Readonly<Record<number, { what: string; schema: z.ZodType }>>;
  /** The codes that it refuses with, beside those of every call. */
  refuses?: readonly ProblemCode[];
  run: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Pick<Answer, 'status' | 'body'>>;
};

/** Says of a call what TypeScript needs to know of it. */
export const declareCall = <P extends Fields, Q extends Fields, B extends Fields>(call: Call<P, Q, B>): Call =>
  call as unknown as Call;

/** A call as an endpoint: it admits keys alone, counts their uses, and parses what it is sent. */
export function endpointOf(call: Call): Endpoint {
  const { method, path } = call;
  return {
    method,
    path,
    admits: 'keys',
    problem: problemOf,
    answer: async (request) => {
      const caller = await admit(request, { scope: call.scope, limit: method === 'GET' ? 'read' : 'write' });
      const params = parse(call.params ?? nothing, request.params);
      const query = parse(call.query ?? nothing, queryOf(request));
      const body = call.body ? parse(call.body, await objectOf(request)) : {};
      const { status, body: said } = await call.run({ caller, params, query, body, idempotencyKey: nameOf(request) });
      return answer(status, said);
    },
  };
}

const nothing = z.strictObject({});
// What a caller named a field is repeated to them, but not all of it.
const longestField = 100;
const mostParameters = 20;

function queryOf({ query }: EndpointRequest): object {
  if (query.size > mostParameters) throw new Refused('invalid', `at most ${mostParameters} parameters`);
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    if (given.has(name)) throw new Refused('invalid', `${name}: it is given twice`, { field: name });
    given.set(name, value);
  }
  return Object.fromEntries(given);
}

async function objectOf(request: EndpointRequest): Promise<object> {
  const body = await request.body();
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refused('bad-json');
  return body;
}

/** The most letters of an Idempotency-Key. */
export const longestName = 200;
const nameShape = /^[\x21-\x7e]+$/;

function nameOf({ header }: EndpointRequest): string | null {
  const name = header?.('idempotency-key');
  if (name === undefined) return null;
  if (name.length > longestName || !nameShape.test(name))
    throw new Refused('invalid', `Idempotency-Key: 1 to ${longestName} visible ASCII characters`, {
      field: 'Idempotency-Key',
    });
  return name;
}

function parse(schema: z.ZodType<object>, given: object): object {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...issue.path, ...(unknown === undefined ? [] : [unknown])].map(String).join('.');
  const field = cutTo(path, longestField);
  throw new Refused('invalid', `${field}: ${unknown ? 'it is not known here' : wordsOf(issue)}`, { field });
}

// The codes of the house are said by what they mean; zod's own words are English sentences.
function wordsOf({ message }: z.core.$ZodIssue): string {
  return message.startsWith('code:') ? 'the value is missing or wrong' : message;
}
