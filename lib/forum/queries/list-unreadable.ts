import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { mayReadThread } from '../visible-boards';

/** Of these threads, by number, those that a member cannot read at this moment, or that are not there. One statement. */
export async function listUnreadableThreads(
  { db }: Pick<Reading, 'db'>,
  { numbers, memberId }: { numbers: number[]; memberId: string },
): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const rows = await db.$queryRaw<{ number: number }[]>`
    SELECT asked.number FROM unnest(${numbers}::int[]) asked(number)
    LEFT JOIN "Thread" t ON t."number" = asked.number LEFT JOIN "Board" b ON b."id" = t."boardId"
    WHERE t."id" IS NULL OR (${mayReadThread(Prisma.sql`${memberId}::uuid`)}) IS NOT TRUE`;
  return new Set(rows.map(({ number }) => number));
}
