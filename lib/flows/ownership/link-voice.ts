import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { castVote, lockIdea, touchIdea } from '@/lib/feedback/commands';
import { isOpen } from '@/lib/feedback/policy';
import { closeVoice, waitingVoice } from '@/lib/ownership/commands';
import { linkVoiceInput, type LinkVoiceInput } from '@/lib/ownership/schema';

/** Joins an owner's answer to an idea that asks for the same; the owner counts among its voters. */
export function linkVoice(actor: Actor, input: LinkVoiceInput, options?: Options): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { voiceId, ideaId } = linkVoiceInput.parse(input);
      const voice = await waitingVoice(ctx, voiceId);
      const idea = await lockIdea(ctx, ideaId);
      if (!isOpen(idea)) throw new Refused('merge-closed', 'The idea is closed', { field: 'ideaId' });
      if (idea.productId !== voice.productId)
        throw new Refused('merge-other-product', 'Another product', { field: 'ideaId' });
      await castVote(ctx, ideaId, voice.memberId);
      await closeVoice(ctx, voice, ideaId);
      await ctx.emit('owner.heard', { voiceId });
      touchIdea(ctx, idea);
      return { id: voice.id };
    },
    options,
  );
}
