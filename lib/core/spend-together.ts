import { batched, coalesceNext } from './batching';
import { db } from './db';
import { refuseOver, windowIsOver, useOf, type Counted, type Limit } from './limits';
import { clock } from './time';

type Asked = { limit: Limit; subject: string };

/**
 * Counts one use by a subject as `spend` does, together with those of others at the same moment by one statement, and refuses with rate-limited and
 * the seconds to wait.
 */
export async function spendTogether(limit: Limit, subject: string): Promise<void> {
  const { counted, at } = await countInTurn({ limit, subject });
  refuseOver(limit, counted, at);
}

const countInTurn = batched(async (asked: Asked[]): Promise<{ counted: Counted; at: Date }[]> => {
  const at = clock();
  const over = windowIsOver(at);
  const uses = asked.map(({ limit, subject }) => useOf(limit, subject, at));
  const rows = await db.$queryRaw<(Counted & { key: string; uses: number })[]>`
    INSERT INTO "RateBucket" AS b ("key", "count", "resetsAt")
    SELECT u.key, count(*)::int, max(u.until) FROM unnest(${uses.map(({ key }) => key)}::text[], ${uses.map(({ until }) => until)}::timestamptz[]) AS u(key, until)
    GROUP BY u.key ORDER BY u.key
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN ${over} THEN EXCLUDED."count" ELSE b."count" + EXCLUDED."count" END,
      "resetsAt" = CASE WHEN ${over} THEN EXCLUDED."resetsAt" ELSE b."resetsAt" END
    RETURNING "key", "count", "resetsAt"`;
  const last = new Map(rows.map((row) => [row.key, row]));
  const places = new Map<string, number[]>();
  uses.forEach(({ key }, place) => places.set(key, [...(places.get(key) ?? []), place]));
  return uses.map(({ key }, place) => {
    const { count, resetsAt } = last.get(key)!;
    const mine = places.get(key)!;
    // Of several uses by one subject the first counted first.
    return { counted: { count: count - mine.length + mine.indexOf(place) + 1, resetsAt }, at };
  });
}, coalesceNext);
