import { bounded } from '@/lib/core/bounded';
import { pool } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { hour } from '@/lib/core/time';

const flushMs = 2_000;
const counted = bounded<Map<string, number>>({
  name: 'refusals',
  holds: 'Refusals of each drop by reason that are not yet in the database.',
  // The reasons are the codes of the program: some twenty.
  count: 1_000,
  bytes: 4 * 1024 * 1024,
  ttl: hour,
  sizeOf: () => 4_000,
});
let last: { dropId: string; reasons: Map<string, number> } | undefined;
let due: NodeJS.Timeout | undefined;

/** Counts refusals for the drop's report; what this process counted is added to the database every two seconds. */
export function countRefusal(dropId: string, reason: string, count = 1): void {
  const reasons = last?.dropId === dropId ? last.reasons : reasonsOf(dropId);
  reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  due ??= setTimeout(() => void flushRefusals(), flushMs).unref();
}

function reasonsOf(dropId: string): Map<string, number> {
  const reasons = counted.get(dropId) ?? new Map<string, number>();
  counted.set(dropId, reasons);
  last = { dropId, reasons };
  return reasons;
}

/** Adds the counts to the database; counts that could not be written are kept for the next run. */
export async function flushRefusals(): Promise<void> {
  clearTimeout(due);
  due = undefined;
  const rows = [...counted.entries()].flatMap(([dropId, reasons]) =>
    [...reasons].map(([reason, count]) => ({ dropId, reason, count })),
  );
  counted.clear();
  last = undefined;
  if (rows.length === 0) return;
  try {
    await pool.query(
      `INSERT INTO "DropRefusal" AS r ("dropId", "reason", "count")
       SELECT each.* FROM unnest($1::uuid[], $2::text[], $3::int[]) AS each(id, reason, count) WHERE EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = each.id)
       ON CONFLICT ("dropId", "reason") DO UPDATE SET "count" = r."count" + EXCLUDED."count"`,
      [rows.map(({ dropId }) => dropId), rows.map(({ reason }) => reason), rows.map(({ count }) => count)],
    );
  } catch (error) {
    log.warn({ err: error }, 'refusals not written yet');
    for (const { dropId, reason, count } of rows) countRefusal(dropId, reason, count);
  }
}
