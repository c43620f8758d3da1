import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { getProductName } from '../queries/product-name';

import { openIdeaInput, type OpenIdeaInput } from '../schema';
import { touchIdea } from './idea-to-change';

/** Begins an idea's way on its thread; its author's vote is the first. */
export async function openIdea(ctx: Ctx, input: OpenIdeaInput): Promise<{ id: string }> {
  const { threadId, productId, kind, originPostId } = openIdeaInput.parse(input);
  const threads = await ctx.db.$queryRaw<{ authorId: string; number: number }[]>`
    SELECT t."authorId", t."number" FROM forum.thread t WHERE t."id" = ${threadId}::uuid`;
  const thread = found(threads[0]);
  const product = await getProductName(ctx, productId);
  const idea = await ctx.db.idea.create({
    data: {
      threadId,
      productId,
      kind,
      originPostId,
      stageAt: ctx.now,
      createdAt: ctx.now,
      voteCount: 1,
      votes: { create: { memberId: thread.authorId, at: ctx.now } },
      steps: { create: { to: 'NEW', byId: memberId(ctx.actor), at: ctx.now } },
    },
    select: { id: true },
  });
  touchIdea(ctx, { ...idea, number: thread.number, handle: product.handle });
  return idea;
}
