import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { voteIdea, type IdeaVoted } from '@/lib/feedback/commands';
import type { VoteIdeaInput } from '@/lib/feedback/schema';
import { getIdeaThread } from '@/lib/feedback/queries/idea-thread';
import { findVisibleThread } from '@/lib/forum/visible-boards';

/** Votes for an idea, or takes the vote back, if the member may read its thread and its board is not archived. */
export function voteForIdea(actor: Actor, input: VoteIdeaInput, options?: Options): Promise<IdeaVoted> {
  return inTransaction(
    actor,
    async (ctx) => {
      const threadId = found(await getIdeaThread(ctx, input), 'idea');
      const { archived } = found(await findVisibleThread(ctx, { threadId }), 'idea');
      if (archived) throw new Refused('idea-archived', 'its board is archived');
      return voteIdea(ctx, input);
    },
    options,
  );
}
