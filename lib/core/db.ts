import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { env } from './env';
import { PrismaClient, type Prisma } from './prisma-client/client';

type Kept = { pool?: pg.Pool; db?: PrismaClient };
const kept = globalThis as unknown as { millet?: Kept };
kept.millet ??= {};

/** The process's connections. One pool serves Prisma and the raw hot paths. */
export const pool: pg.Pool = (kept.millet.pool ??= new pg.Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
}));

// A connection that breaks while idle or between two statements must not end the process.
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));

export const db: PrismaClient = (kept.millet.db ??= new PrismaClient({
  adapter: new PrismaPg(pool, { disposeExternalPool: false }),
}));

/** What queries and commands read and write through: the client, or the transaction they run in. */
export type Db = Prisma.TransactionClient;
