import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { plainName } from '@/lib/members/published';

import type { IdeaKind, IdeaStage } from '../schema';

export type LockedIdea = {
  id: string;
  stage: IdeaStage;
  kind: IdeaKind;
  voteCount: number;
  productId: string;
  releaseId: string | null;
  mergedIntoId: string | null;
  number: number;
  title: string;
  handle: string;
};

/** Ideas with their rows locked until the commit, in the order of their ids so that two merges never wait for each other. */
export async function lockIdeas(ctx: Ctx, ids: string[]): Promise<LockedIdea[]> {
  return ctx.db.$queryRaw<LockedIdea[]>`
    SELECT i."id", i."stage"::text AS stage, i."kind"::text AS kind, i."voteCount", i."productId", i."releaseId", i."mergedIntoId",
      t."number", t."title", p."handle"
    FROM "Idea" i JOIN forum.thread t ON t."id" = i."threadId" JOIN catalog.product p ON p."id" = i."productId"
    WHERE i."id" = ANY(${ids}::uuid[]) ORDER BY i."id" FOR NO KEY UPDATE OF i`;
}

export async function lockIdea(ctx: Ctx, id: string): Promise<LockedIdea> {
  return found((await lockIdeas(ctx, [id]))[0], 'idea');
}

/** Refuses a decision on a page that shows an idea where it no longer is, and names the colleague who moved it. */
export async function refuseMoved(
  ctx: Ctx,
  idea: Pick<LockedIdea, 'id' | 'stage'>,
  shown: IdeaStage | undefined,
): Promise<void> {
  if (shown === undefined || shown === idea.stage) return;
  const step = await ctx.db.ideaStep.findFirst({
    where: { ideaId: idea.id },
    orderBy: { at: 'desc' },
    select: { by: { select: plainName } },
  });
  throw new Refused('idea-moved', `shown as ${shown}, is ${idea.stage}`, { values: { name: step?.by?.name ?? '' } });
}

/** Names the public documents that show an idea. */
export function touchIdea(ctx: Ctx, idea: Pick<LockedIdea, 'id' | 'number' | 'handle'>): void {
  ctx.touch(`idea:${idea.id}`, 'ideas', 'roadmap', `thread:${idea.number}`, `product:${idea.handle}`, 'home');
}
