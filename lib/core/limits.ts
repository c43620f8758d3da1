import type { Db } from './db';
import { Refused } from './errors';
import type { Raw } from './raw';
import { after, second } from './time';

export type Limit = { name: string; count: number; seconds: number };

/** Every rate limit of the house: how many times in how many seconds. */
export const limits = {
  signIn: { name: 'sign-in', count: 10, seconds: 600 },
  signInAccount: { name: 'sign-in-account', count: 100, seconds: 600 },
  signInAddress: { name: 'sign-in-address', count: 60, seconds: 600 },
  signUp: { name: 'sign-up', count: 30, seconds: 3600 },
  code: { name: 'code', count: 5, seconds: 900 },
  codeNetworkDay: { name: 'code-network-day', count: 10, seconds: 86_400 },
  codeDay: { name: 'code-day', count: 40, seconds: 86_400 },
  startThread: { name: 'start-thread', count: 10, seconds: 600 },
  reply: { name: 'reply', count: 20, seconds: 300 },
  vote: { name: 'vote', count: 120, seconds: 60 },
  upload: { name: 'upload', count: 30, seconds: 600 },
  preview: { name: 'preview', count: 120, seconds: 60 },
  report: { name: 'report', count: 20, seconds: 3600 },
  claim: { name: 'claim', count: 30, seconds: 10 },
  claimAddress: { name: 'claim-address', count: 600, seconds: 10 },
  unknownDrop: { name: 'unknown-drop', count: 60, seconds: 60 },
  ledger: { name: 'ledger', count: 240, seconds: 60 },
  drawList: { name: 'draw-list', count: 60, seconds: 60 },
  redeem: { name: 'redeem', count: 10, seconds: 600 },
  redeemAddress: { name: 'redeem-address', count: 60, seconds: 600 },
  checkout: { name: 'checkout', count: 20, seconds: 600 },
} as const satisfies Record<string, Limit>;

/** Counts one use, or more, by a subject (a member's id, an address) in a fixed window; refuses with rate-limited and the seconds to wait. */
export async function spend(db: Raw, limit: Limit, subject: string, now: Date, uses = 1): Promise<void> {
  const { key, until } = useOf(limit, subject, now);
  const rows = await db.$queryRaw<{ count: number; resetsAt: Date }[]>`
    INSERT INTO "RateBucket" AS b ("key", "count", "resetsAt")
    VALUES (${key}, ${uses}::int, ${until}::timestamptz)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN b."resetsAt" <= ${now} THEN EXCLUDED."count" ELSE b."count" + EXCLUDED."count" END,
      "resetsAt" = CASE WHEN b."resetsAt" <= ${now} THEN EXCLUDED."resetsAt" ELSE b."resetsAt" END
    RETURNING "count", "resetsAt"`;
  const row = rows[0];
  if (!row || row.count <= limit.count) return;
  const wait = Math.max(1, Math.ceil((row.resetsAt.getTime() - now.getTime()) / second));
  throw new Refused('rate-limited', `Too many requests: wait ${wait} s`, { values: { seconds: wait } });
}

/** A use that a statement counts with what it does. */
export type Use = { key: string; most: number; until: string };

/** One use by a subject in the words of such a statement. */
export function useOf(limit: Limit, subject: string, now: Date): Use {
  return { key: keyOf(limit, subject), most: limit.count, until: after(now, limit.seconds * second).toISOString() };
}

/** Takes back one use: what turned out well does not count. */
export async function giveBack(db: Db, limit: Limit, subject: string): Promise<void> {
  await db.rateBucket.updateMany({
    where: { key: keyOf(limit, subject), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

function keyOf({ name }: Limit, subject: string): string {
  return `${name}:${subject}`;
}
