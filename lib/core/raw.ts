import pg from 'pg';

import { sha256 } from './ids';
import { Prisma } from './prisma-client/client';

/** What sends raw statements: a pool, or the one connection of a transaction. */
type Sender = { query(statement: pg.QueryConfig): Promise<pg.QueryResult> };

/** Raw statements by Prisma's names, `$queryRaw` and `$executeRaw` with a tagged template or a statement made of parts. */
export type Raw = {
  $queryRaw<T = unknown>(text: Text, ...values: unknown[]): Promise<T>;
  $executeRaw(text: Text, ...values: unknown[]): Promise<number>;
};

type Text = TemplateStringsArray | Prisma.Sql;

/**
 * Raw statements sent by the driver itself: a fifth of the work that they are by way of Prisma's engine, and each text
 * parsed and planned once for each connection. Answers what Prisma would: rows as objects, or how many were changed.
 */
export function rawBy(sender: () => Sender): Raw {
  const send = async (text: Text, values: unknown[]) => sender().query({ ...statementOf(text, values), types });
  return {
    $queryRaw: async <T>(text: Text, ...values: unknown[]) => (await send(text, values)).rows as T,
    $executeRaw: async (text, ...values) => (await send(text, values)).rowCount ?? 0,
  };
}

type Statement = { name?: string; text: string; values: unknown[] };
const known = new WeakMap<TemplateStringsArray, { name: string; text: string }>();

// A text with parts of its own choosing is a new one each time, and gets no name.
function statementOf(strings: Text, values: unknown[]): Statement {
  if (strings instanceof Prisma.Sql) return { text: strings.text, values: strings.values };
  if (values.some((value) => value instanceof Prisma.Sql)) return statementOf(Prisma.sql(strings, ...values), []);
  let statement = known.get(strings);
  if (!statement) known.set(strings, (statement = name(strings.reduce((text, part, at) => `${text}$${at}${part}`))));
  return { ...statement, values };
}

// Named by a digest of its text: Next's bundle and the server each have a copy of this module, and their equal statements share the connections.
function name(text: string): { name: string; text: string } {
  return { name: `raw_${sha256(text).slice(0, 20)}`, text };
}

/** The driver's own readers of what PostgreSQL sends, but this one for one type. */
export function readBy(type: number, read: (text: string) => unknown): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === type ? read : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  };
}

const types = readBy(pg.types.builtins.INT8, BigInt);
