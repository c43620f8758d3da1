import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canTriage, isOpen } from '../policy';
import { mergeIdeasInput, type MergeIdeasInput } from '../schema';
import { lockIdeas, refuseMoved, touchIdea } from './idea-to-change';
import { writeStep } from './write-step';

/** Joins an idea to another that asks for the same: its voters count there, each of them once, and both sides are told. */
export async function mergeIdeas(ctx: Ctx, input: MergeIdeasInput): Promise<{ id: string; votes: number }> {
  allow(canTriage(ctx.actor));
  const { ideaId, from, intoId, reason } = mergeIdeasInput.parse(input);
  if (ideaId === intoId) throw new Refused('merge-same', 'An idea cannot join itself', { field: 'intoId' });
  const ideas = await lockIdeas(ctx, [ideaId, intoId]);
  const idea = found(
    ideas.find(({ id }) => id === ideaId),
    'idea',
  );
  const into = found(
    ideas.find(({ id }) => id === intoId),
    'idea',
  );
  await refuseMoved(ctx, idea, from);
  if (!isOpen(idea)) throw new Refused('idea-step-not-open');
  if (!isOpen(into)) throw new Refused('merge-closed', 'The other idea is closed', { field: 'intoId' });
  if (idea.productId !== into.productId)
    throw new Refused('merge-other-product', 'Another product', { field: 'intoId' });
  const votes = await joinVotes(ctx, ideaId, intoId);
  await ctx.db.idea.updateMany({
    where: { OR: [{ id: ideaId }, { mergedIntoId: ideaId }] },
    data: { mergedIntoId: intoId },
  });
  await ctx.db.idea.update({
    where: { id: ideaId },
    data: { stage: 'MERGED', stageAt: ctx.now, releaseId: null },
    select: { id: true },
  });
  await writeStep(ctx, { ideaId, from: idea.stage, to: 'MERGED', reason, mergedIntoId: intoId });
  await audit(ctx, { act: 'idea.merge', subject: ['idea', ideaId], reason, detail: { into: intoId } });
  [idea, into].forEach((each) => touchIdea(ctx, each));
  return { id: intoId, votes };
}

// The joined idea keeps its own votes as the record of who asked; only the union counts.
async function joinVotes(ctx: Ctx, ideaId: string, intoId: string): Promise<number> {
  const rows = await ctx.db.$executeRaw`
    INSERT INTO "IdeaVote" ("ideaId", "memberId", "at")
    SELECT ${intoId}::uuid, "memberId", "at" FROM "IdeaVote" WHERE "ideaId" = ${ideaId}::uuid ON CONFLICT DO NOTHING`;
  const { voteCount } = await ctx.db.idea.update({
    where: { id: intoId },
    data: { voteCount: { increment: rows } },
    select: { voteCount: true },
  });
  return voteCount;
}
