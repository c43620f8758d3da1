import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { roadmapStages } from '../schema';
import { isPublicRelease } from '../scopes';

/** How many ideas stand on the roadmap, and how many releases everyone may read. */
export async function countPlans({ db }: Pick<Reading, 'db'>): Promise<{ planned: number; releases: number }> {
  const stages = Prisma.join(roadmapStages.map((stage) => Prisma.sql`${stage}::"IdeaStage"`));
  const [row] = await db.$queryRaw<{ planned: number; releases: number }[]>`
    SELECT (SELECT count(*)::int FROM "Idea" WHERE "stage" IN (${stages})) AS "planned",
      (SELECT count(*)::int FROM "Release" r JOIN catalog.product p ON p."id" = r."productId" WHERE ${isPublicRelease}) AS "releases"`;
  return row!;
}
