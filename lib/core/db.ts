import { AsyncLocalStorage } from 'node:async_hooks';

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { env } from './env';
import { PrismaClient, type Prisma } from './prisma-client/client';
import { rawBy, type Raw } from './raw';

type Kept = { pool?: Connections; db?: PrismaClient };
const kept = globalThis as unknown as { millet?: Kept };
kept.millet ??= {};

/** The connection of a transaction, for as long as it is that transaction's. */
type Begun = { client?: pg.PoolClient };

/** A pool that tells a transaction of Prisma's which connection it was given. */
class Connections extends pg.Pool {
  readonly begun = new AsyncLocalStorage<Begun>();

  override connect(): Promise<pg.PoolClient>;
  override connect(told: Parameters<pg.Pool['connect']>[0]): void;
  override connect(told?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (told) return super.connect(told);
    const begun = this.begun.getStore();
    return begun && !begun.client ? super.connect().then((client) => lend(client, begun)) : super.connect();
  }
}

// What Prisma gives up, also because a transaction took too long, is nobody's from then on.
function lend(client: pg.PoolClient, begun: Begun): pg.PoolClient {
  const { release } = client;
  begun.client = client;
  client.release = (broken) => {
    begun.client = undefined;
    release.call(client, broken);
  };
  return client;
}

/** The process's connections. One pool serves Prisma and the raw hot paths. */
export const pool: pg.Pool = (kept.millet.pool ??= new Connections({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
}));

// A connection that breaks while idle or between two statements must not end the process.
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));

/** Prisma's client; its raw statements go to the driver directly. */
export const db: PrismaClient = (kept.millet.db ??= withRaw(
  new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }),
  rawBy(() => pool),
));

/** What queries and commands read and write through: the client, or the transaction they run in. */
export type Db = Prisma.TransactionClient;

/** Runs work in one transaction; its raw statements go to the driver directly, on the same connection. */
export function transaction<R>(work: (tx: Db) => Promise<R>, options: { timeout: number; maxWait: number }): Promise<R> {
  const begun: Begun = {};
  const client = () => begun.client ?? over();
  return (pool as Connections).begun.run(begun, () => db.$transaction((tx) => work(withRaw(tx, rawBy(client))), options));
}

/** Runs work that sends raw statements only in one transaction, without Prisma's engine: for what many buyers do at once. */
export async function rawTransaction<R>(work: (tx: Raw) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  const begun: Begun = { client };
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(rawBy(() => begun.client ?? over()));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    begun.client = undefined;
    client.release(broken);
  }
}

function over(): never {
  throw new Error('The transaction is over');
}

function withRaw<C extends object>(client: C, raw: Raw): C {
  return new Proxy(client, { get: (target, name) => (Object.hasOwn(raw, name) ? raw[name as keyof Raw] : (Reflect.get(target, name) as unknown)) });
}
