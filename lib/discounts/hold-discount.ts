import type { Raw } from '@/lib/core/raw';

// Not a lock of the row: of many who share that, a new one passes whoever waits to change it, and staff would wait as long as buyers come. Here all wait in turn.
const subject = (id: string) => `discount:${id}`;

/** Holds a discount as it is until the commit, beside others who use it. */
export async function holdToUse(db: Raw, id: string): Promise<void> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${subject(id)}, 0))::text AS held`;
}

/** Waits for those who use a discount, and lets nobody begin to until the commit. */
export async function holdToChange(db: Raw, id: string): Promise<void> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${subject(id)}, 0))::text AS held`;
}
