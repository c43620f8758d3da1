import type { Raw } from './raw';

/**
 * Waits until no other transaction that asks for the same name is open, and has those that ask later wait until this one's commit: an
 * advisory lock of PostgreSQL, for what no row stands for yet.
 */
export async function takeTurns(db: Pick<Raw, '$executeRaw'>, name: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
