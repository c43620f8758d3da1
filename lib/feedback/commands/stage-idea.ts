import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canMove, canTriage, needsReason } from '../policy';
import { stageIdeaInput, type StageIdeaInput } from '../schema';
import { lockIdea, refuseMoved, touchIdea } from './idea-to-change';
import { writeStep } from './write-step';

/** Moves an idea one step on its way, or says no with the reason; its author and every voter will be told. */
export async function stageIdea(ctx: Ctx, input: StageIdeaInput): Promise<{ id: string; stepId: string }> {
  allow(canTriage(ctx.actor));
  const { ideaId, from, to, reason } = stageIdeaInput.parse(input);
  const idea = await lockIdea(ctx, ideaId);
  await refuseMoved(ctx, idea, from);
  if (!canMove(idea.stage, to)) throw new Refused('idea-step-not-open', `${idea.stage} to ${to} is no step`);
  if (needsReason(idea.stage, to) && !reason) throw new Refused('reason-required', 'Say why', { field: 'reason' });
  await ctx.db.idea.update({
    where: { id: ideaId },
    data: { stage: to, stageAt: ctx.now, ...(to === 'DECLINED' && { releaseId: null }) },
    select: { id: true },
  });
  const stepId = await writeStep(ctx, { ideaId, from: idea.stage, to, reason });
  await audit(ctx, { act: 'idea.stage', subject: ['idea', ideaId], reason, detail: { from: idea.stage, to } });
  touchIdea(ctx, idea);
  return { id: ideaId, stepId };
}
