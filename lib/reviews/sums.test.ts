import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { makeMember } from '@/tests/support/factories';
import { makeOwner, makeProduct } from '@/tests/support/feedback-factories';
import { refusal } from '@/tests/support/refusal';

import { hideReview, restoreReview, withdrawReview, writeReview } from './commands';
import { getReviewSummary, meanOf } from './queries';

const moves = ['write', 'withdraw', 'hide', 'restore'] as const;
type Step = { who: number; move: (typeof moves)[number]; rating: number };

const step = fc.record({ who: fc.nat(3), move: fc.constantFrom(...moves), rating: fc.integer({ min: 1, max: 5 }) });

async function take(productId: string, owner: SignedIn, moderator: SignedIn, { move, rating }: Step): Promise<void> {
  const key = { productId_memberId: { productId, memberId: owner.id } };
  const review = await db.review.findUnique({ where: key, select: { id: true, version: true } });
  const words = { rating, title: 'Said', body: 'What I think of it', pros: [], cons: [], photos: [] };
  if (move === 'write')
    await refusal(transact(writeReview)(owner, { ...words, productId, shown: review?.version ?? 0 }));
  if (!review || move === 'write') return;
  const about = { reviewId: review.id, reason: 'Because' };
  if (move === 'withdraw') await refusal(transact(withdrawReview)(owner, about));
  if (move === 'hide') await refusal(transact(hideReview)(moderator, { ...about, rule: 'SPAM' }));
  if (move === 'restore') await refusal(transact(restoreReview)(moderator, about));
}

/** The same numbers, counted anew. */
async function counted(productId: string) {
  const rows = await db.review.findMany({ where: { productId }, select: { state: true, rating: true } });
  const shown = rows.filter(({ state }) => state === 'SHOWN');
  const counts = [1, 2, 3, 4, 5].map((star) => shown.filter(({ rating }) => rating === star).length);
  return { ...meanOf(counts), counts, hidden: rows.filter(({ state }) => state === 'HIDDEN').length };
}

it('the numbers of a product are those of its rows, whatever happens to its reviews at the same time', async () => {
  const moderator = await makeMember({ roles: ['MODERATOR'] });
  const owners = await Promise.all(Array.from({ length: 4 }, () => makeMember()));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), async (rounds) => {
      const product = await makeProduct();
      for (const owner of owners) await makeOwner(product, owner);
      for (const round of rounds) {
        await Promise.all(round.map((each) => take(product.id, owners[each.who]!, moderator, each)));
        expect(await getReviewSummary(reading(), { productId: product.id })).toEqual(await counted(product.id));
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

it('would not be, without the trigger that keeps them', async () => {
  const [product, owner] = [await makeProduct(), await makeMember()];
  await makeOwner(product, owner);
  const words = { rating: 5, title: 'Said', body: 'What I think of it', pros: [], cons: [], photos: [] };
  await transact(writeReview)(owner, { ...words, productId: product.id, shown: 0 });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('ALTER TABLE "Review" DISABLE TRIGGER "Review_sums"');
    await client.query(`UPDATE "Review" SET "rating" = 1 WHERE "productId" = $1`, [product.id]);
    const { rows } = await client.query('SELECT "stars1", "stars5" FROM "ReviewSum" WHERE "productId" = $1', [
      product.id,
    ]);
    expect(rows).toEqual([{ stars1: 0, stars5: 1 }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
  expect(await getReviewSummary(reading(), { productId: product.id })).toEqual(await counted(product.id));
});
