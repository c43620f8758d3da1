import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canAccept } from '../policy';
import type { AcceptAnswerInput } from '../schema';
import { postToChange, touchThread, writer } from './writer';

/** Marks the reply that answered a question, or takes the mark away. A question has one answer at most. */
export async function acceptAnswer(ctx: Ctx, { post: id, on }: AcceptAnswerInput): Promise<void> {
  const actor = writer(ctx.actor);
  const post = await postToChange(ctx, id);
  allow(canAccept(actor, post.thread));
  if (post.thread.board.archive) throw new Refused('board-archived');
  if (post.number === 1 || post.hidden) throw new Refused('not-an-answer');
  const threadId_kind = { threadId: post.thread.id, kind: 'ACCEPTED_ANSWER' } as const;
  const fields = { postId: id, byId: actor.id, at: ctx.now };
  if (on)
    await ctx.db.threadState.upsert({
      where: { threadId_kind },
      create: { ...threadId_kind, ...fields },
      update: fields,
    });
  else await ctx.db.threadState.deleteMany({ where: { ...threadId_kind, postId: id } });
  if (actor.id !== post.thread.authorId)
    await audit(ctx, { act: on ? 'answer.accept' : 'answer.unaccept', subject: ['post', id] });
  touchThread(ctx, post.thread);
  if (on) await ctx.emit('answer.accepted', { threadId: post.thread.id, postId: id });
}
