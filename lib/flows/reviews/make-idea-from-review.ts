import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { inLocale } from '@/lib/core/paths';
import { openIdea } from '@/lib/feedback/commands';
import { canMakeIdeas } from '@/lib/feedback/policy';
import type { MadeIdea } from '@/lib/flows/feedback/make-idea-from-post';
import { addThread } from '@/lib/forum/commands';
import { writeContent } from '@/lib/forum/content';
import { findProductBoard } from '@/lib/forum/queries/find-board';
import { getHandle } from '@/lib/members/queries/handles';
import { linkIdea, reviewWithoutIdea } from '@/lib/reviews/commands';
import { reviewPath } from '@/lib/reviews/choices/review-paths';
import { reviewToIdeaInput, type ReviewToIdea } from '@/lib/reviews/schema';

/**
 * Makes an idea or a bug report of a review, in its writer's name and words and with a link to it: the writer hears of each step as of any idea
 * of theirs. Of each review one is made.
 */
export function makeIdeaFromReview(actor: Actor, given: ReviewToIdea, options?: Options): Promise<MadeIdea> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canMakeIdeas(ctx.actor));
      const { reviewId, kind, title } = reviewToIdeaInput.parse(given);
      const review = await reviewWithoutIdea(ctx, reviewId);
      const board = await findProductBoard(ctx, review.productId);
      if (!board) throw new Refused('review-no-board', 'The product has no public board');
      const author = found(await getHandle(ctx, { memberId: review.memberId }));
      const thread = await addThread(ctx, {
        ...{ board, author, title, kind: 'IDEA' },
        content: { ...(await writeContent(ctx, quote(review))), mentioned: [] },
      });
      const idea = await openIdea(ctx, { threadId: thread.id, productId: review.productId, kind });
      await linkIdea(ctx, { reviewId, ideaId: idea.id });
      await ctx.emit('idea.made', { ideaId: idea.id, from: 'review' });
      ctx.touch(`reviews:${review.handle}`);
      return { ideaId: idea.id, number: thread.number, slug: thread.slug };
    },
    options,
  );
}

type Said = { id: string; title: string; body: string; lang: string; handle: string };

function quote({ id, title, body, lang, handle }: Said): string {
  const words = body.replace(/^/gm, '> ');
  const path = inLocale(lang === 'zh' ? 'zh' : 'en', reviewPath(handle, id));
  const name = title.replace(/[\\[\]]/g, '\\$&');
  return `${words}\n\n[${lang === 'zh' ? `摘自评价“${name}”` : `From the review “${name}”`}](${path})`;
}
