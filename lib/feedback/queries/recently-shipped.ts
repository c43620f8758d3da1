import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { ideaColumns, ideaJoins } from '../sql';
import { publicIdea } from '../scopes';
import type { IdeaItem } from './list-ideas';

/** Ideas that shipped last, of one product or of all, each with its release. */
export async function listRecentlyShipped(
  { db }: Reading,
  { productId, take }: { productId?: string; take: number },
): Promise<IdeaItem[]> {
  return db.$queryRaw<IdeaItem[]>`
    SELECT ${ideaColumns} FROM "Idea" i ${ideaJoins}
    WHERE i."stage" = 'SHIPPED' ${productId ? Prisma.sql`AND i."productId" = ${productId}::uuid` : Prisma.empty} AND ${publicIdea}
    ORDER BY i."stageAt" DESC, i."id" LIMIT ${take}`;
}
