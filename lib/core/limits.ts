import type { Db } from './db';
import { Refused } from './errors';
import { Prisma } from './prisma-client/client';
import type { Raw } from './raw';
import { after, second } from './time';

/** So many uses by one subject in so many seconds. The name is the subject's prefix in the table of uses; each domain declares its own in its `limits.ts`. */
export type Limit = { name: string; count: number; seconds: number };

/** A limit, and whose uses it counts. */
export type Budget = readonly [Limit, string];

/** Counts one use, or more, by a subject (a member's id, an address) in a fixed window; refuses with rate-limited and the seconds to wait. */
export async function spend(db: Raw, limit: Limit, subject: string, now: Date, uses = 1): Promise<void> {
  const [row] = await db.$queryRaw<Counted[]>`${counting(limit, subject, now, uses)}`;
  if (row) refuseOver(limit, row, now);
}

/** A subject's uses in the window of now, as they were counted, and when the window ends. */
export type Counted = { count: number; resetsAt: Date };

/**
 * Whether the window of a row `b` is over, beside the one that would begin: a window that ends later than that was begun before the clock was set back;
 * between processes a minute is let pass.
 */
export const windowIsOver = (now: Date): Prisma.Sql =>
  Prisma.sql`(b."resetsAt" <= ${now}::timestamptz OR b."resetsAt" > EXCLUDED."resetsAt" + interval '1 minute')`;

/** The statement that counts uses and answers with `Counted`, for one that does something else in the same commit, up to the limit's count. */
export function counting(limit: Limit, subject: string, now: Date, uses = 1): Prisma.Sql {
  const { key, until } = useOf(limit, subject, now);
  const over = windowIsOver(now);
  return Prisma.sql`
    INSERT INTO "RateBucket" AS b ("key", "count", "resetsAt")
    VALUES (${key}, ${uses}::int, ${until}::timestamptz)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN ${over} THEN EXCLUDED."count" ELSE b."count" + EXCLUDED."count" END,
      "resetsAt" = CASE WHEN ${over} THEN EXCLUDED."resetsAt" ELSE b."resetsAt" END
    RETURNING "count", "resetsAt"`;
}

/** Refuses with rate-limited and the seconds to wait where more was counted than the limit allows. */
export function refuseOver(limit: Limit, { count, resetsAt }: Counted, now: Date): void {
  if (count <= limit.count) return;
  const wait = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / second));
  throw new Refused('rate-limited', `Too many requests: wait ${wait} s`, { values: { seconds: wait } });
}

/** Counts one use against each of several budgets, in their order; answers false instead of refusing where one of them is used up. */
export async function spendEach(db: Raw, budgets: readonly Budget[], now: Date): Promise<boolean> {
  try {
    for (const [limit, subject] of budgets) await spend(db, limit, subject, now);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** A use that a statement counts with what it does. */
export type Use = { key: string; most: number; until: string };

/** One use by a subject, as the parameters of such a statement. */
export function useOf(limit: Limit, subject: string, now: Date): Use {
  return { key: keyOf(limit, subject), most: limit.count, until: after(now, limit.seconds * second).toISOString() };
}

/** Takes back one use: what turned out well does not count. */
export async function refundUse(db: Db, limit: Limit, subject: string): Promise<void> {
  await db.rateBucket.updateMany({
    where: { key: keyOf(limit, subject), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

function keyOf({ name }: Limit, subject: string): string {
  return `${name}:${subject}`;
}
