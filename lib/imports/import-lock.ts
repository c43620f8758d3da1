import type pg from 'pg';

import { pool } from '@/lib/core/db';

/** The name of the lock that the process holds which does an import; PostgreSQL lets it go when that process dies. */
export const importLock = 'millet.import';

export type ImportHold = { isLost(): boolean; release(): Promise<void> };

const betweenMs = 250;

/**
 * Takes the lock of imports on a connection of its own, for as long as one process works on a run; null where another holds it for longer
 * than the patience, in milliseconds.
 */
export async function holdImportLock(patienceMs = 0): Promise<ImportHold | null> {
  const client = await pool.connect();
  let lost = false;
  const note = () => void (lost = true);
  client.once('end', note);
  try {
    const end = Date.now() + patienceMs;
    while (!(await tryLock(client))) {
      if (Date.now() >= end) {
        client.off('end', note);
        client.release();
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    isLost: () => lost,
    async release() {
      client.off('end', note);
      // A connection that cannot let it go is closed, which does.
      const free = await client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [importLock])
        .then(() => true)
        .catch(() => false);
      client.release(!free);
    },
  };
}

async function tryLock(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [importLock],
  );
  return rows[0]?.held === true;
}
