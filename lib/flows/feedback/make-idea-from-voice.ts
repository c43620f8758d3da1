import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { openIdea } from '@/lib/feedback/commands';
import { voiceToIdeaInput, type VoiceToIdeaInput } from '@/lib/feedback/schema';
import { addThread } from '@/lib/forum/commands';
import { writeContent } from '@/lib/forum/content';
import { findProductBoard } from '@/lib/forum/queries/find-board';
import { getHandle } from '@/lib/members/queries/handles';
import { closeVoice, waitingVoice } from '@/lib/ownership/commands';

import type { MadeIdea } from './make-idea-from-post';

/** Makes an idea of an owner's answer, in the owner's name and words, so that theirs is the credit. */
export function makeIdeaFromVoice(actor: Actor, given: VoiceToIdeaInput, options?: Options): Promise<MadeIdea> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { voiceId, kind, title } = voiceToIdeaInput.parse(given);
      const voice = await waitingVoice(ctx, voiceId);
      const board = await findProductBoard(ctx, voice.productId);
      if (!board) throw new Refused('no-product-board', 'The product has no public board');
      const author = found(await getHandle(ctx, { memberId: voice.memberId }));
      const thread = await addThread(ctx, {
        board,
        author,
        kind: 'IDEA',
        title,
        content: await writeContent(ctx, voice.body),
      });
      const idea = await openIdea(ctx, { threadId: thread.id, productId: voice.productId, kind });
      await closeVoice(ctx, voice, idea.id);
      await ctx.emit('idea.made', { ideaId: idea.id, from: 'voice' });
      return { ideaId: idea.id, number: thread.number, slug: thread.slug };
    },
    options,
  );
}
