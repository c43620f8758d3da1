import { AsyncLocalStorage } from 'node:async_hooks';

import pg from 'pg';

type Words = unknown[];
type Run = { statements: number; last: number };

const running = new AsyncLocalStorage<Run>();
const lost = () => new Error('The connection was lost');

/**
 * Runs work whose nth statement fails as where the connection is lost: it never comes to the database, or, where it is a commit, its answer never comes
 * back. Answers whether the work had so many; what it throws then is nobody's.
 */
export async function failingAt(nth: number, work: () => Promise<unknown>): Promise<boolean> {
  const { query } = pg.Client.prototype;
  const run: Run = { statements: 0, last: nth };
  pg.Client.prototype.query = function failing(this: pg.Client, ...words: Words) {
    const text = textOf(words);
    const mine = running.getStore() === run && !/^(begin|rollback|savepoint|release|set)\b/i.test(text);
    if (!mine || (run.statements += 1) !== run.last) return Reflect.apply(query, this, words);
    return /^commit\b/i.test(text) ? answerLost(query, this, words) : refuse(words);
  } as typeof query;
  try {
    await running.run(run, work).catch((error: unknown) => {
      if (run.statements < nth) throw error;
    });
  } finally {
    pg.Client.prototype.query = query;
  }
  return run.statements >= nth;
}

const textOf = ([first]: Words): string =>
  (typeof first === 'string' ? first : ((first as { text?: string })?.text ?? '')).trim();

// The pool asks with a callback, a transaction with a promise.
function refuse(words: Words): Promise<never> | undefined {
  const told = words.at(-1);
  if (typeof told !== 'function') return Promise.reject(lost());
  setImmediate(() => told(lost()));
  return undefined;
}

function answerLost(query: pg.Client['query'], client: pg.Client, words: Words): unknown {
  const told = words.at(-1);
  if (typeof told === 'function') return Reflect.apply(query, client, [...words.slice(0, -1), () => told(lost())]);
  return (Reflect.apply(query, client, words) as unknown as Promise<unknown>).then(() => Promise.reject(lost()));
}
