import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';

import type { IdeaStage } from '../schema';

export type Step = {
  ideaId: string;
  from: IdeaStage;
  to: IdeaStage;
  reason?: string;
  mergedIntoId?: string;
  releaseId?: string;
};

/** Writes a step of an idea's way, for everyone to read, and says that it happened. */
export async function writeStep(ctx: Ctx, { ideaId, from, to, reason = '', ...more }: Step): Promise<string> {
  const step = await ctx.db.ideaStep.create({
    data: { ideaId, from, to, reason, byId: memberId(ctx.actor), at: ctx.now },
    select: { id: true },
  });
  await ctx.emit('idea.staged', { ideaId, from, to, stepId: step.id, ...more });
  return step.id;
}
