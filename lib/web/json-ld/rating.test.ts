import { expect, it } from 'vitest';

import { neutralBrand } from '@/lib/core/brand';
import { reading, transact } from '@/lib/core/context';
import { getProduct } from '@/lib/catalog/queries';
import { hideReview, writeReview } from '@/lib/reviews/commands';
import { getReviewSummary } from '@/lib/reviews/queries';
import { makeMember } from '@/tests/support/factories';
import { makeOwner, makeProduct } from '@/tests/support/feedback-factories';

import { productJsonLd } from './product';

it('what search engines read of reviews is the mean of those that are shown, and nothing without any', async () => {
  const product = await makeProduct();
  const moderator = await makeMember({ roles: ['MODERATOR'] });
  const rating = async () => {
    const reviews = await getReviewSummary(reading(), { productId: product.id });
    const shown = (await getProduct(reading(), { handle: product.handle }))!;
    return productJsonLd({ product: shown, stage: { drops: [], boards: [] }, reviews }, 'en', neutralBrand)
      .aggregateRating;
  };
  expect(await rating()).toBeUndefined();
  const written: string[] = [];
  for (const stars of [5, 4, 4, 1]) {
    const owner = await makeMember();
    await makeOwner(product, owner);
    const words = { title: 'Said', body: 'What I think of it', pros: [], cons: [], photos: [] };
    const review = { ...words, productId: product.id, shown: 0, rating: stars };
    written.push((await transact(writeReview)(owner, review)).id);
  }
  expect(await rating()).toMatchObject({ ratingValue: 3.5, reviewCount: 4, bestRating: 5, worstRating: 1 });
  await transact(hideReview)(moderator, { reviewId: written[3]!, rule: 'SPAM', reason: 'Advertising' });
  expect(await rating()).toMatchObject({ ratingValue: 4.33, reviewCount: 3 });
});
