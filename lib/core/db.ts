import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { env } from './env';
import { PrismaClient, type Prisma } from './prisma-client/client';
import { rawBy, type Raw } from './raw';

type Kept = { pool?: pg.Pool; db?: PrismaClient };
const kept = globalThis as unknown as { millet?: Kept };
kept.millet ??= {};

/** The process's connections. One pool serves Prisma and the raw hot paths. */
export const pool: pg.Pool = (kept.millet.pool ??= openPool({ max: env.DATABASE_POOL_SIZE }));

/** Connections to the database. One that breaks while idle or between two statements does not end the process. */
export function openPool(options: pg.PoolConfig): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...options,
  });
  opened.on('error', () => undefined);
  opened.on('connect', (client) => client.on('error', () => undefined));
  return opened;
}

/** Prisma's client; its raw statements go to the driver directly. */
export const db: PrismaClient = (kept.millet.db ??= withRaw(
  new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }),
  rawBy(() => ({ query: queryOnce })),
));

/** What queries and commands read and write through: the client, or the transaction they run in. */
export type Db = Prisma.TransactionClient;

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

// A statement that comes late would run in somebody else's transaction.
function overNow(): never {
  throw new Error('The transaction is over');
}

function withRaw<C extends object>(client: C, raw: Raw): C {
  return new Proxy(client, {
    get: (target, name) => (Object.hasOwn(raw, name) ? raw[name as keyof Raw] : (Reflect.get(target, name) as unknown)),
  });
}
