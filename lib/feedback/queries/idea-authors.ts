import type { Reading } from '@/lib/core/context';
import { isNotOver } from '@/lib/core/scopes';
import { clock } from '@/lib/core/time';

/** Who thought of what a product was or will be changed for: authors of its accepted ideas, the earliest accepted first. Staff and unproved members are left out. */
export async function listIdeaAuthors(
  { db }: Pick<Reading, 'db'>,
  { productId }: { productId: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ authorId: string }[]>`
    SELECT t."authorId" FROM "Idea" i JOIN forum.thread t ON t."id" = i."threadId" JOIN members.person m ON m."id" = t."authorId"
    WHERE i."productId" = ${productId}::uuid AND i."stage" IN ('ACCEPTED', 'PLANNED', 'STARTED', 'SHIPPED') AND m."confirmed"
      AND NOT EXISTS (SELECT 1 FROM members.staff_grant g WHERE g."memberId" = m."id" AND ${isNotOver(clock())})
    GROUP BY t."authorId" ORDER BY min(i."stageAt"), t."authorId"`;
  return rows.map(({ authorId }) => authorId);
}
