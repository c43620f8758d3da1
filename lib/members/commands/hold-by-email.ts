import type { Ctx } from '@/lib/core/context';

/** What of the row of an address tells whether it may be taken over. */
export type Holder = { id: string; handle: string | null; emailVerifiedAt: Date | null; sessionVersion: number };

/**
 * The member who has an address, held until the commit; null where there is none. Who proves an address asks by this: a row that was read
 * before the lock may be somebody's account, or have another address, by the time that it is written.
 */
export async function holdByEmail({ db }: Ctx, { email }: { email: string }): Promise<Holder | null> {
  const rows = await db.$queryRaw<Holder[]>`
    SELECT "id", "handle", "emailVerifiedAt", "sessionVersion" FROM "Member" WHERE "email" = ${email} FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}
