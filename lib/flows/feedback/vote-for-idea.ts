import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { voteIdea, type IdeaVoted } from '@/lib/feedback/commands';
import type { VoteIdeaInput } from '@/lib/feedback/schema';
import { seenBoards } from '@/lib/forum/seen-boards';

/** Votes for an idea, or takes the vote back, if the member may read its thread. */
export function voteForIdea(actor: Actor, input: VoteIdeaInput, options?: Options): Promise<IdeaVoted> {
  return inTransaction(
    actor,
    async (ctx) => {
      const thread = { board: await seenBoards(ctx), posts: { some: { number: 1, hiding: null } } };
      found(await ctx.db.idea.findFirst({ where: { id: input.ideaId, thread }, select: { id: true } }), 'idea');
      return voteIdea(ctx, input);
    },
    options,
  );
}
