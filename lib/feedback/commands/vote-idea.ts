import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { refusalToVote } from '../policy';
import type { VoteIdeaInput } from '../schema';
import { lockIdea } from './idea-to-change';
import { limits } from '../limits';

export type IdeaVoted = { on: boolean; votes: number };

/** Gives one's vote to an idea or takes it back; saying the same twice changes nothing. */
export async function voteIdea(ctx: Ctx, { ideaId, on }: VoteIdeaInput): Promise<IdeaVoted> {
  const voter = memberId(ctx.actor) ?? '';
  if (voter) await spend(ctx.db, limits.vote, voter, ctx.now);
  const idea = await lockIdea(ctx, ideaId);
  const refusal = refusalToVote(ctx.actor, idea);
  if (refusal) throw new Refused(refusal);
  return { on, votes: on ? await castVote(ctx, ideaId, voter) : await takeVote(ctx, ideaId, voter) };
}

/**
 * Adds a member's vote once. The idea's row must be locked, so that a merge cannot pass in between. Public documents
 * follow by themselves within five seconds: a busy idea must not empty their caches with every vote.
 */
export async function castVote(ctx: Ctx, ideaId: string, voter: string): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ votes: number }[]>`
    WITH given AS (
      INSERT INTO "IdeaVote" ("ideaId", "memberId", "at") VALUES (${ideaId}::uuid, ${voter}::uuid, ${ctx.now}) ON CONFLICT DO NOTHING RETURNING 1)
    UPDATE "Idea" SET "voteCount" = "voteCount" + (SELECT count(*)::int FROM given) WHERE "id" = ${ideaId}::uuid RETURNING "voteCount" AS votes`;
  return rows[0]!.votes;
}

async function takeVote(ctx: Ctx, ideaId: string, voter: string): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ votes: number }[]>`
    WITH taken AS (DELETE FROM "IdeaVote" WHERE "ideaId" = ${ideaId}::uuid AND "memberId" = ${voter}::uuid RETURNING 1)
    UPDATE "Idea" SET "voteCount" = "voteCount" - (SELECT count(*)::int FROM taken) WHERE "id" = ${ideaId}::uuid RETURNING "voteCount" AS votes`;
  return rows[0]!.votes;
}
