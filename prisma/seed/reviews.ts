import { transact } from '@/lib/core/context';
import { after, hour, minute } from '@/lib/core/time';
import {
  answerAsBrand,
  answerReview,
  answerShopper,
  askQuestion,
  voteReview,
  writeReview,
} from '@/lib/reviews/commands';

import { answers, questions, reviews } from './review-stories';
import type { World } from './world';

/** What owners of the Air say on its page, who found it helpful, and what the brand answered. */
export async function seedReviews(world: World): Promise<void> {
  const productId = world.products['foxtail-air']!.id;
  const written = new Map<string, string>();
  for (const { member, daysAgo, helpful, ...words } of reviews) {
    const now = world.ago(daysAgo);
    const input = { ...words, productId, shown: 0, photos: [] };
    const { id: reviewId } = await transact(writeReview)(world.cast[member]!, input, { now });
    written.set(member, reviewId);
    for (const [at, voter] of helpful.entries())
      await transact(voteReview)(
        world.cast[voter]!,
        { reviewId, on: true },
        { now: after(now, (at + 1) * 40 * minute) },
      );
  }
  for (const { to, daysAgo, body } of answers)
    await transact(answerReview)(
      world.cast.pm!,
      { reviewId: written.get(to)!, body, shown: '' },
      { now: world.ago(daysAgo) },
    );
}

/** What shoppers ask those who own the Air, and what they hear. */
export async function seedQuestions(world: World): Promise<void> {
  const productId = world.products['foxtail-air']!.id;
  for (const { member, daysAgo, body, said, brand } of questions) {
    const asked = world.ago(daysAgo);
    const { id: questionId } = await transact(askQuestion)(world.cast[member]!, { productId, body }, { now: asked });
    for (const { member: writer, hours, body: words } of said)
      await transact(answerShopper)(
        world.cast[writer]!,
        { questionId, body: words },
        { now: after(asked, hours * hour) },
      );
    if (brand)
      await transact(answerAsBrand)(
        world.cast.pm!,
        { questionId, body: brand.body },
        { now: after(asked, brand.hours * hour) },
      );
  }
}
