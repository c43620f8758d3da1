import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { env } from './env';
import { amountsAsNumbers } from './money-columns';
import { PrismaClient } from './prisma-client/client';
import { rawBy, type Raw } from './raw';

type Client = ReturnType<typeof openClient>;
type Kept = { pool?: pg.Pool; db?: Client };
const kept = globalThis as unknown as { millet?: Kept };
kept.millet ??= {};

/** The process's connections. One pool serves Prisma and the raw hot paths. */
export const pool: pg.Pool = (kept.millet.pool ??= openPool({ max: env.DATABASE_POOL_SIZE }));

/** How long, in seconds, one statement may run, wait for a lock, and how long a transaction may stand idle. */
export type TimeLimits = { statement: number; lock: number; idle: number };

/** Time limits by the kind of thread: statements of requests end sooner than those of background jobs. */
export const timeLimits = {
  endpoints: { statement: 15, lock: 10, idle: 15 },
  pages: { statement: 20, lock: 10, idle: 30 },
  jobs: { statement: 120, lock: 30, idle: 60 },
} as const satisfies Record<string, TimeLimits>;

/** Sets the limits of this thread's connections; those that are open already are not changed, so it is called first. */
export function limitTime({ statement, lock, idle }: TimeLimits, of: pg.Pool = pool): void {
  of.options.options = `-c statement_timeout=${statement}s -c lock_timeout=${lock}s -c idle_in_transaction_session_timeout=${idle}s`;
}

/** Connections to the database. One that breaks while idle or between two statements does not end the process. */
export function openPool(options: pg.PoolConfig): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...options,
  });
  opened.on('error', () => undefined);
  opened.on('connect', (client) => client.on('error', () => undefined));
  return opened;
}

/** Prisma's client; its raw statements go to the driver directly. */
export const db: Client = (kept.millet.db ??= withRaw(
  openClient(),
  rawBy(() => ({ query: queryOnce })),
));

/** What queries and commands read and write through: the client, or the transaction they run in. */
export type Db = Omit<Client, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

// A statement that the server refuses leaves its connection as it was; the pool's own `query` would throw it away.
async function queryOnce(statement: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await client.query(statement);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.severity !== 'ERROR') broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs work that sends raw statements only in one transaction, without Prisma's engine: for what many buyers do at once. */
export async function rawTransaction<R>(work: (tx: Raw) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  let over = false;
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(rawBy(() => (over ? overNow() : client)));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    over = true;
    client.release(broken);
  }
}

function openClient() {
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }).$extends(amountsAsNumbers);
}

// A statement that comes late would run in somebody else's transaction.
function overNow(): never {
  throw new Error('The transaction is over');
}

function withRaw<C extends object>(client: C, raw: Raw): C {
  return new Proxy(client, {
    get: (target, name) => (Object.hasOwn(raw, name) ? raw[name as keyof Raw] : (Reflect.get(target, name) as unknown)),
  });
}
