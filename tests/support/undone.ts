import { pool } from '@/lib/core/db';
import { rawBy, type Raw } from '@/lib/core/raw';

/** Runs the work in a transaction that is rolled back, so that each example of a property begins with the same rows. */
export async function undone<T>(work: (db: Raw) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    return await work(rawBy(() => client));
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
