import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { askForReviews } from '@/lib/flows/reviews/ask-for-reviews';
import { makeIdeaFromReview } from '@/lib/flows/reviews/make-idea-from-review';
import { stageIdea } from '@/lib/feedback/commands';
import { makeMember } from '@/tests/support/factories';
import { makeOwner, makeProduct, type MadeProduct } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import {
  answerReview,
  dismissReports,
  hideReview,
  reportReview,
  restoreReview,
  withdrawReview,
  writeReview,
} from './commands';
import { countHidden, getReviewSummary, listReviews, listStaffReviews } from './queries';
import { reviewList } from './list';
import { readList } from '@/lib/core/list';

const hide = transact(hideReview);
const restore = transact(restoreReview);
const answer = transact(answerReview);
const write = transact(writeReview);
const words = {
  rating: 2,
  title: 'The case creaks',
  body: 'It creaks each time it closes.',
  pros: [],
  cons: ['Creaks'],
  photos: [],
};

let product: MadeProduct;
let moderator: SignedIn;
let productOwner: SignedIn;
beforeAll(async () => {
  product = await makeProduct();
  moderator = await makeMember({ roles: ['MODERATOR'] });
  productOwner = await makeMember({ roles: ['PRODUCT_OWNER'] });
});

async function makeReview(of = product) {
  const owner = await makeMember();
  const ownership = await makeOwner(of, owner);
  const { id } = await write(owner, { ...words, productId: of.id, shown: 0 });
  return { id, owner, ownership };
}
const kindsOf = async ({ id }: SignedIn) =>
  (await db.notification.findMany({ where: { memberId: id }, orderBy: { id: 'asc' } })).map(({ kind, data }) => ({
    kind,
    data,
  }));

describe('a review that breaks a rule', () => {
  it('is reported again by the same member once it says something else than what was found right', async () => {
    const mine = await makeProduct();
    const [{ id, owner }, fan] = [await makeReview(mine), await makeMember()];
    const report = () => refusal(transact(reportReview)(fan, { reviewId: id, rule: 'SPAM', note: 'An advert' }));
    expect([await report(), await report()]).toEqual(['done', 'review-reported']);
    await transact(dismissReports)(moderator, { reviewId: id, reason: 'It is none' });
    expect(await report()).toBe('review-reported');
    await write(owner, { ...words, title: 'Buy at mine', productId: mine.id, shown: 1 });
    expect(await Promise.all([report(), report()])).toEqual(expect.arrayContaining(['done', 'review-reported']));
    expect((await db.review.findUniqueOrThrow({ where: { id } })).reports).toBe(1);
  });

  it('is hidden by one of two, who name the rule; its writer reads which, and everybody how many', async () => {
    const mine = await makeProduct();
    const { id, owner } = await makeReview(mine);
    const fan = await makeMember();
    await transact(reportReview)(fan, { reviewId: id, rule: 'ABUSE', note: 'Rude' });
    const other = await makeMember({ roles: ['MODERATOR'] });
    const input = { reviewId: id, rule: 'ABUSE', reason: 'It insults the courier by name.' } as const;
    const ends = await Promise.all([refusal(hide(moderator, input)), refusal(hide(other, input))]);
    expect(ends.toSorted()).toEqual(['done', 'review-decided']);
    expect(await listReviews(reading(), { productId: mine.id, view: { one: id } })).toBeNull();
    expect(await countHidden(reading(), { productId: mine.id })).toEqual([{ rule: 'ABUSE', count: 1 }]);
    expect((await getReviewSummary(reading(), { productId: mine.id })).hidden).toBe(1);
    await runJobs();
    expect(await kindsOf(owner)).toMatchObject([
      { kind: 'review.hidden', data: { rule: 'ABUSE', reason: input.reason, handle: mine.handle } },
    ]);
    expect(await db.reviewReport.count({ where: { reviewId: id, settledAt: null } })).toBe(0);
    await restore(moderator, { reviewId: id, reason: 'The name was taken out.' });
    await runJobs();
    expect((await kindsOf(owner)).map(({ kind }) => kind).toSorted()).toEqual(['review.hidden', 'review.restored']);
    const acts = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(acts.map(({ act, reason }) => [act, reason])).toEqual([
      ['review.hide', input.reason],
      ['review.restore', 'The name was taken out.'],
    ]);
  });

  it('does not come back by being withdrawn and written again, nor without a rule', async () => {
    const { id, owner } = await makeReview();
    await hide(moderator, { reviewId: id, rule: 'PRIVACY', reason: 'An address' });
    await transact(withdrawReview)(owner, { reviewId: id });
    await write(owner, { ...words, productId: product.id, shown: 1 });
    expect((await db.review.findUniqueOrThrow({ where: { id } })).state).toBe('HIDDEN');
    const other = await makeReview();
    const bare = db.review.update({ where: { id: other.id }, data: { state: 'HIDDEN' } });
    await expect(bare).rejects.toThrow(/Review_hidden_by_a_rule/);
  });

  it('is nothing that its own writer decides about, nor staff without the permission', async () => {
    const { id, owner } = await makeReview();
    const staffOwner = await makeMember({ roles: ['MODERATOR'] });
    await makeOwner(product, staffOwner);
    const own = await write(staffOwner, { ...words, productId: product.id, shown: 0 });
    const input = { rule: 'SPAM', reason: 'Because' } as const;
    expect(await refusal(hide(staffOwner, { ...input, reviewId: own.id }))).toBe('own-review');
    for (const who of [owner, productOwner])
      expect(await refusal(hide(who, { ...input, reviewId: id }))).toBe('forbidden');
  });

  it('may turn out to break none', async () => {
    const { id } = await makeReview();
    const dismiss = transact(dismissReports);
    await transact(reportReview)(await makeMember(), { reviewId: id, rule: 'SPAM', note: '' });
    expect(await dismiss(moderator, { reviewId: id, reason: 'An honest opinion' })).toEqual({ settled: 1 });
    expect(await refusal(dismiss(moderator, { reviewId: id, reason: 'Again' }))).toBe('review-decided');
  });
});

describe('an answer of the brand', () => {
  it('is given once of two, changed by who read the last, told once and kept in the log', async () => {
    const { id, owner } = await makeReview();
    const agent = await makeMember({ roles: ['SUPPORT'] });
    const first = { reviewId: id, body: 'We replace the hinge for free.', shown: '' };
    const ends = await Promise.all([refusal(answer(agent, first)), refusal(answer(productOwner, first))]);
    expect(ends.toSorted()).toEqual(['done', 'review-changed']);
    await answer(agent, { reviewId: id, body: 'We replace it.', shown: first.body });
    await runJobs();
    expect((await kindsOf(owner)).map(({ kind }) => kind)).toEqual(['review.answered']);
    const acts = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(acts.map(({ act, detail }) => [act, detail])).toEqual([
      ['review.answer', { text: first.body }],
      ['review.editAnswer', { text: 'We replace it.', before: first.body }],
    ]);
    expect(await refusal(answer(moderator, first))).toBe('forbidden');
  });
});

describe('a review as feedback', () => {
  it('waits in the list of staff until it is answered or an idea is made of it', async () => {
    const mine = await makeProduct();
    const [one, two, three] = [await makeReview(mine), await makeReview(mine), await makeReview(mine)];
    const waiting = async () => {
      const asked = readList(reviewList, { waiting: 'yes', stars: 'low', product: mine.id });
      const { rows } = await listStaffReviews(reading(productOwner), { asked, zone: 'UTC' });
      return rows.map(({ id }) => id);
    };
    expect(await waiting()).toEqual([three.id, two.id, one.id]);
    await answer(productOwner, { reviewId: one.id, body: 'Thank you', shown: '' });
    await makeIdeaFromReview(productOwner, { reviewId: two.id, kind: 'REPORT', title: 'The hinge of the case creaks' });
    expect(await waiting()).toEqual([three.id]);
    const search = readList(reviewList, { q: 'creak clos', product: mine.id });
    expect((await listStaffReviews(reading(productOwner), { asked: search, zone: 'UTC' })).rows).toHaveLength(3);
    expect((await listStaffReviews(reading(one.owner), { asked: search, zone: 'UTC' })).rows).toEqual([]);
  });

  it('becomes one idea of its writer, who hears what comes of it', async () => {
    const { id, owner } = await makeReview();
    const input = { reviewId: id, kind: 'IDEA', title: 'A case that closes quietly' } as const;
    const ends = await Promise.all([1, 2].map(() => refusal(makeIdeaFromReview(productOwner, input))));
    expect(ends.toSorted()).toEqual(['done', 'review-has-idea']);
    const review = await db.review.findUniqueOrThrow({ where: { id }, select: { ideaId: true } });
    const idea = await db.idea.findUniqueOrThrow({
      where: { id: review.ideaId! },
      select: { thread: { select: { authorId: true, posts: { select: { markdown: true } } } }, votes: true },
    });
    expect(idea.thread.authorId).toBe(owner.id);
    expect(idea.votes.map(({ memberId }) => memberId)).toEqual([owner.id]);
    expect(idea.thread.posts[0]?.markdown).toContain(`/products/${product.handle}/reviews/one/${id}`);
    await transact(stageIdea)(productOwner, { ideaId: review.ideaId!, to: 'ACCEPTED', reason: '' });
    await runJobs();
    expect((await kindsOf(owner)).map(({ kind }) => kind).toSorted()).toEqual(['idea.accepted', 'idea.made']);
  });
});

describe('a request for a review', () => {
  const now = clock();
  const ownedFor = async (days: number, of = product) => {
    const owner = await makeMember();
    const { id } = await makeOwner(of, owner);
    await db.ownership.update({ where: { id }, data: { registeredAt: after(now, -days * day) } });
    return { owner, id };
  };

  it('goes to owners of two weeks once, and to nobody who gave it back, wrote already or owned it long before', async () => {
    const [due, fresh, old, returned, wrote] = [
      ...[await ownedFor(15), await ownedFor(3), await ownedFor(60), await ownedFor(15), await ownedFor(15)],
    ];
    await db.ownership.update({ where: { id: returned!.id }, data: { endedAt: now } });
    await write(wrote!.owner, { ...words, productId: product.id, shown: 0 });
    await Promise.all([askForReviews(now), askForReviews(now)]);
    await askForReviews(after(now, day));
    await runJobs();
    const asked = await db.reviewRequest.findMany({ where: { productId: product.id }, select: { memberId: true } });
    expect(asked).toEqual([{ memberId: due!.owner.id }]);
    expect(await kindsOf(due!.owner)).toMatchObject([{ kind: 'review.asked', data: { handle: product.handle } }]);
    expect(await kindsOf(fresh!.owner)).toEqual([]);
    expect(await kindsOf(old!.owner)).toEqual([]);
  });
});
