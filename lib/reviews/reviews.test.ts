import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { undoRefunded } from '@/lib/flows/orders/undo-refunded';
import { saveReview } from '@/lib/flows/reviews/save-review';
import { makeMember } from '@/tests/support/factories';
import { makeOwner, makeProduct, type MadeProduct } from '@/tests/support/feedback-factories';
import { refusal } from '@/tests/support/refusal';

import { reportReview, voteReview, withdrawReview, writeReview } from './commands';
import { getReviewSummary, getReviewToWrite, listReviews } from './queries';
import { plainView } from './choices/reviews-view';
import { writeReviewInput } from './schema';

const write = transact(writeReview);
const withdraw = transact(withdrawReview);
const vote = transact(voteReview);
const said = { rating: 4, title: 'Warm sound', body: 'I wear them all day.', pros: ['Light'], cons: [], photos: [] };

let product: MadeProduct;
beforeAll(async () => void (product = await makeProduct()));

async function makeOwned(of: MadeProduct = product): Promise<SignedIn> {
  const owner = await makeMember();
  await makeOwner(of, owner);
  return owner;
}
const shownOf = async (of: MadeProduct) =>
  (await listReviews(reading(), { productId: of.id, view: plainView }))?.rows ?? [];

describe('a review', () => {
  it('is written by an owner, once for each product, and read by everybody', async () => {
    const [mine, owner] = [await makeProduct(), await makeMember()];
    await makeOwner(mine, owner);
    const first = { ...said, productId: mine.id, shown: 0 };
    const ends = await Promise.all([1, 2, 3].map(() => refusal(write(owner, first))));
    expect(ends.toSorted()).toEqual(['done', 'review-changed', 'review-changed']);
    expect(await shownOf(mine)).toMatchObject([
      { rating: 4, title: 'Warm sound', pros: ['Light'], lang: 'en', returned: false },
    ]);
    expect(await getReviewSummary(reading(), { productId: mine.id })).toEqual({
      ...{ counts: [0, 0, 0, 1, 0], total: 1, mean: 4, hidden: 0 },
    });
  });

  it('is refused to who never owned the product, and the database itself holds it', async () => {
    const [fan, other] = [await makeMember(), await makeOwned()];
    expect(await refusal(write(fan, { ...said, productId: product.id, shown: 0 }))).toBe('not-an-owner');
    const { id: ownershipId } = await db.ownership.findFirstOrThrow({ where: { memberId: other.id } });
    const row = { ...said, photos: undefined, productId: product.id, lang: 'en', stateAt: clock(), createdAt: clock() };
    const forged = db.review.create({ data: { ...row, memberId: fan.id, ownershipId } });
    await expect(forged).rejects.toThrow(/Review_ownershipId_memberId_productId_fkey/);
    await db.review.create({ data: { ...row, memberId: other.id, ownershipId } });
    await expect(db.review.create({ data: { ...row, memberId: other.id, ownershipId } })).rejects.toThrow(/nique/);
    const six = pool.query(`UPDATE "Review" SET "rating" = 6 WHERE "memberId" = $1`, [other.id]);
    await expect(six).rejects.toThrow(/Review_rating/);
  });

  it('is edited with what it was before beside it; an older form is refused', async () => {
    const owner = await makeOwned();
    await write(owner, { ...said, productId: product.id, shown: 0 });
    await write(owner, { ...said, rating: 2, body: 'The case broke after a week.', productId: product.id, shown: 1 });
    expect(await refusal(write(owner, { ...said, productId: product.id, shown: 1 }))).toBe('review-changed');
    const own = await getReviewToWrite(reading(owner), { handle: product.handle });
    expect(own?.review).toMatchObject({ rating: 2, version: 2 });
    expect(own?.review?.revisions).toMatchObject([{ version: 1, rating: 4, body: 'I wear them all day.' }]);
  });

  it('is withdrawn by its writer alone, and may be written again', async () => {
    const [mine, owner, other] = [await makeProduct(), await makeMember(), await makeMember()];
    await makeOwner(mine, owner);
    const { id: reviewId } = await write(owner, { ...said, productId: mine.id, shown: 0 });
    expect(await refusal(withdraw(other, { reviewId }))).toBe('not-found');
    await withdraw(owner, { reviewId });
    expect(await shownOf(mine)).toEqual([]);
    await write(owner, { ...said, productId: mine.id, shown: 1 });
    expect(await shownOf(mine)).toHaveLength(1);
  });

  it('stays when the money goes back, marked so, unless its writer owns another', async () => {
    const [mine, owner] = [await makeProduct(), await makeMember()];
    const { id } = await makeOwner(mine, owner);
    await write(owner, { ...said, productId: mine.id, shown: 0 });
    const { orderId } = await db.ownership.findUniqueOrThrow({ where: { id } });
    await inTransaction(owner, (ctx) => undoRefunded(ctx, { orderId: orderId!, claimId: null, returnsUnit: false }));
    expect((await shownOf(mine)).map(({ returned }) => returned)).toEqual([true]);
    await write(owner, { ...said, rating: 1, productId: mine.id, shown: 1 });
    await makeOwner(mine, owner);
    expect((await shownOf(mine)).map(({ returned, rating }) => [returned, rating])).toEqual([[false, 1]]);
  });

  it('says the version of a release of its own product alone', async () => {
    const [owner, other] = [await makeOwned(), await makeProduct()];
    const release = (productId: string) =>
      db.release.create({
        data: {
          ...{
            productId,
            slug: `r-${productId}`,
            kind: 'FIRMWARE',
            version: '2.1',
            title: 'T',
            markdown: '',
            html: '',
          },
          ...{ createdAt: clock(), publishedAt: clock() },
        },
        select: { id: true },
      });
    const [mine, foreign] = [await release(product.id), await release(other.id)];
    const input = { ...said, productId: product.id, shown: 0 };
    expect(await refusal(write(owner, { ...input, releaseId: foreign.id }))).toBe('invalid');
    const { id } = await write(owner, { ...input, releaseId: mine.id });
    const page = await listReviews(reading(), { productId: product.id, view: { one: id } });
    expect(page?.rows[0]?.release?.version).toBe('2.1');
  });

  it('is taken apart into points; too many, too long and broken texts are refused', () => {
    const form = {
      ...{ productId: product.id, shown: '0', rating: '5', title: 'Fine', body: 'It does what it should.' },
      ...{ pros: ' Light \n\n Warm ', cons: '', releaseId: '' },
    };
    expect(writeReviewInput.parse(form)).toMatchObject({ pros: ['Light', 'Warm'], cons: [], rating: 5, photos: [] });
    const wrong = [
      { pros: '1\n2\n3\n4\n5\n6' },
      { cons: 'x'.repeat(121) },
      { title: '\u200B' },
      { rating: '6' },
      { keep: ['../a'] },
    ];
    expect(wrong.filter((each) => writeReviewInput.safeParse({ ...form, ...each }).success)).toEqual([]);
    expect(writeReviewInput.parse({ ...form, body: 'Nul \u0000 and \uD800 alone are gone' }).body).not.toMatch(
      /[\u0000\uD800]/,
    );
  });

  it('brings its photos, keeps those that are named, and takes none of another review', async () => {
    const [owner, other] = [await makeOwned(), await makeOwned()];
    const files = await Promise.all([photo(40), photo(50)]);
    const input = { ...said, productId: product.id, keep: [] };
    const { id } = await saveReview(owner, { ...input, shown: 0, photos: files });
    const photosOf = (reviewId: string) =>
      db.reviewPhoto.findMany({ where: { reviewId }, orderBy: { position: 'asc' }, select: { fileId: true } });
    const [first, second] = await photosOf(id);
    await saveReview(owner, { ...input, shown: 1, photos: [], keep: [second!.fileId] });
    expect(await photosOf(id)).toEqual([second]);
    const stolen = await saveReview(other, { ...input, shown: 0, photos: [], keep: [first!.fileId, second!.fileId] });
    expect(await photosOf(stolen.id)).toEqual([]);
    const broken = new File(['no picture'], 'a.png', { type: 'image/png' });
    expect(await refusal(saveReview(owner, { ...input, shown: 2, photos: [broken] }))).toMatch(/image|picture/);
  });
});

const photo = async (width: number) => {
  const bytes = await sharp({ create: { width, height: 30, channels: 3, background: { r: width, g: 9, b: 9 } } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'photo.png', { type: 'image/png' });
};

describe('a helpful vote', () => {
  const lateVotes = 12;

  it('counts once for each member, however many are sent at once, and none for one’s own', async () => {
    const owner = await makeOwned();
    const { id: reviewId } = await write(owner, { ...said, productId: product.id, shown: 0 });
    expect(await refusal(vote(owner, { reviewId, on: true }))).toBe('own-review');
    const fans = await Promise.all(Array.from({ length: 4 }, () => makeMember()));
    await Promise.all(fans.flatMap((fan) => Array.from({ length: 3 }, () => vote(fan, { reviewId, on: true }))));
    const helpful = async () => (await db.review.findUniqueOrThrow({ where: { id: reviewId } })).helpful;
    expect([await helpful(), await db.reviewVote.count({ where: { reviewId } })]).toEqual([4, 4]);
    await Promise.all([vote(fans[0]!, { reviewId, on: false }), vote(fans[0]!, { reviewId, on: false })]);
    expect(await helpful()).toBe(3);
  });

  it('would be counted too often or lost, if its row were read first and written after', async () => {
    const owner = await makeOwned();
    const { id: reviewId } = await write(owner, { ...said, productId: product.id, shown: 0 });
    const naive = async () => {
      const { helpful } = await db.review.findUniqueOrThrow({ where: { id: reviewId }, select: { helpful: true } });
      await new Promise((resolve) => setTimeout(resolve, 5));
      await db.review.update({ where: { id: reviewId }, data: { helpful: helpful + 1 } });
    };
    await Promise.all(Array.from({ length: lateVotes }, naive));
    expect((await db.review.findUniqueOrThrow({ where: { id: reviewId } })).helpful).toBeLessThan(lateVotes);
  });
});

describe('a report', () => {
  it('is counted once for each member, and not against oneself', async () => {
    const [owner, fan] = [await makeOwned(), await makeMember()];
    const { id: reviewId } = await write(owner, { ...said, productId: product.id, shown: 0 });
    const report = transact(reportReview);
    const input = { reviewId, rule: 'SPAM', note: '' } as const;
    expect(await refusal(report(owner, input))).toBe('own-review');
    const ends = await Promise.all([refusal(report(fan, input)), refusal(report(fan, input))]);
    expect(ends.toSorted()).toEqual(['done', 'review-reported']);
    expect((await db.review.findUniqueOrThrow({ where: { id: reviewId } })).reports).toBe(1);
  });
});
