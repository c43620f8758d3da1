import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { roadmapStages } from '../schema';
import { ideaColumns, ideaJoins } from '../sql';
import { publicIdea } from '../scopes';
import type { IdeaItem } from './list-ideas';
import { findProduct } from './product-name';

export type RoadmapStage = (typeof roadmapStages)[number];
export type Roadmap = Record<RoadmapStage, IdeaItem[]>;

const perColumn = 24;

/** What is planned, started and shipped, latest step first; of one product or of all. Null for an unknown product. */
export async function getRoadmap(
  { db }: Reading,
  { product: handle }: { product?: string } = {},
): Promise<Roadmap | null> {
  const product = handle === undefined ? undefined : await findProduct({ db }, handle);
  if (product === null) return null;
  const ideas = await db.$queryRaw<IdeaItem[]>`
    SELECT ${ideaColumns}
    FROM unnest(${roadmapStages}::text[]) s(stage)
    CROSS JOIN LATERAL (
      SELECT i."id" FROM "Idea" i ${ideaJoins}
      WHERE i."stage" = s.stage::"IdeaStage" ${product ? Prisma.sql`AND i."productId" = ${product.id}::uuid` : Prisma.empty} AND ${publicIdea}
      ORDER BY i."stageAt" DESC, i."id" LIMIT ${perColumn}) page
    JOIN "Idea" i ON i."id" = page."id" ${ideaJoins}
    ORDER BY i."stageAt" DESC, i."id"`;
  const of = (stage: RoadmapStage) => ideas.filter((idea) => idea.stage === stage);
  return { PLANNED: of('PLANNED'), STARTED: of('STARTED'), SHIPPED: of('SHIPPED') };
}
