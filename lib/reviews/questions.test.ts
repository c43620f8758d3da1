import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';
import { makeOwner, makeProduct, type MadeProduct } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import {
  answerAsBrand,
  answerShopper,
  askQuestion,
  chooseOwners,
  decideQuestion,
  sendQuestion,
  setAnswering,
  voteAnswer,
} from './commands';
import { getAnswering, listQuestions } from './queries';

const ask = transact(askQuestion);
const say = transact(answerShopper);
const send = transact(sendQuestion);

async function makeOwners(product: MadeProduct, count: number): Promise<SignedIn[]> {
  const owners = await Promise.all(Array.from({ length: count }, () => makeMember()));
  for (const owner of owners) await makeOwner(product, owner);
  return owners;
}
const makeQuestion = async (product: MadeProduct, asker?: SignedIn) =>
  (await ask(asker ?? (await makeMember()), { productId: product.id, body: 'Does the left one fall out?' })).id;
const shown = async (product: MadeProduct) =>
  (await listQuestions(reading(), { productId: product.id, segments: [] }))?.rows ?? [];
const kindsOf = async ({ id }: SignedIn) =>
  (await db.notification.findMany({ where: { memberId: id } })).map(({ kind }) => kind).toSorted();

describe('a question', () => {
  it('goes to five willing owners at most, once, never to its asker, nor to who does not want it', async () => {
    const product = await makeProduct();
    const owners = await makeOwners(product, 8);
    const [asker, unwilling, brought] = owners as [SignedIn, SignedIn, SignedIn];
    await transact(setAnswering)(unwilling, { willing: false });
    await db.member.update({ where: { id: brought.id }, data: { source: 'shop', sourceId: brought.id } });
    const questionId = await makeQuestion(product, asker);
    const sent = await Promise.all([send(system, { questionId }), send(system, { questionId })]);
    expect(sent.map(({ length }) => length).toSorted()).toEqual([0, 5]);
    const ids = sent.flat();
    for (const out of [asker, unwilling, brought]) expect(ids).not.toContain(out.id);
    expect(await getAnswering(reading(brought))).toBe(false);
    await transact(setAnswering)(brought, { willing: true });
    expect(await getAnswering(reading(brought))).toBe(true);
    expect(await getAnswering(reading(await makeMember()))).toBeNull();
  });

  it('goes to those who were asked longest ago', async () => {
    const product = await makeProduct();
    const owners = await makeOwners(product, 8);
    const now = clock();
    const past = await makeQuestion(product);
    const rows = owners
      .slice(0, 5)
      .map(({ id }, at) => ({ questionId: past, memberId: id, at: after(now, -(20 + at) * day) }));
    await db.questionSent.createMany({ data: rows });
    const ids = await send(system, { questionId: await makeQuestion(product) }, { now });
    const [never, longest] = [owners.slice(5), [owners[4]!, owners[3]!]];
    expect(ids.toSorted()).toEqual([...never, ...longest].map(({ id }) => id).toSorted());
  });

  const atOnce = 6;
  const most = async (product: MadeProduct) => {
    const rows = await db.questionSent.groupBy({
      by: ['memberId'],
      where: { question: { productId: product.id } },
      _count: true,
    });
    return Math.max(...rows.map(({ _count }) => _count));
  };

  it('is sent to nobody who has had two this week, however many are asked at once', async () => {
    const product = await makeProduct();
    await makeOwners(product, 5);
    const questions = await Promise.all(Array.from({ length: atOnce }, () => makeQuestion(product)));
    const sent = await Promise.all(questions.map((questionId) => send(system, { questionId })));
    expect(sent.map(({ length }) => length).toSorted()).toEqual([0, 0, 0, 0, 5, 5]);
    expect(await most(product)).toBe(2);
  });

  it('would be sent to them too often, if the questions were not sent one after another', async () => {
    const product = await makeProduct();
    await makeOwners(product, 5);
    const questions = await Promise.all(Array.from({ length: atOnce }, () => makeQuestion(product)));
    let arrived = 0;
    let goOn = () => {};
    const all = new Promise<void>((resolve) => (goOn = resolve));
    const unguarded = (questionId: string) =>
      inTransaction(system, async (ctx) => {
        await chooseOwners(ctx, { questionId });
        // Everybody has chosen before anybody has committed.
        if (++arrived === atOnce) goOn();
        await all;
      });
    await Promise.all(questions.map(unguarded));
    expect(await most(product)).toBe(atOnce);
  });

  it('is answered by owners and the brand, followed up by its asker, and nobody else', async () => {
    const product = await makeProduct();
    const [owner, fan, asker] = [(await makeOwners(product, 1))[0]!, await makeMember(), await makeMember()];
    const agent = await makeMember({ roles: ['SUPPORT'] });
    const questionId = await makeQuestion(product, asker);
    await runJobs();
    expect(await refusal(say(fan, { questionId, body: 'I guess not' }))).toBe('only-owners-answer');
    await say(owner, { questionId, body: 'Never, not even running.' });
    await say(asker, { questionId, body: 'And with glasses?' });
    await transact(answerAsBrand)(agent, { questionId, body: 'The hook is made for them.' });
    await runJobs();
    const [question] = await shown(product);
    expect(question?.answers).toBe(2);
    expect(question?.posts.map(({ kind }) => kind)).toEqual(['OWNER', 'FOLLOW_UP', 'BRAND']);
    expect(await kindsOf(asker)).toEqual(['question.answered', 'question.answered']);
    expect(await kindsOf(owner)).toEqual(['question.answered', 'question.sent']);
    expect(await refusal(transact(answerAsBrand)(owner, { questionId, body: 'Me too' }))).toBe('forbidden');
  });

  it('is not filled by one member: more than five words of theirs a day are refused', async () => {
    const [product, asker] = [await makeProduct(), await makeMember()];
    const [questionId, other] = [await makeQuestion(product, asker), await makeQuestion(product, asker)];
    const ends: string[] = [];
    for (let word = 0; word < 6; word++) ends.push(await refusal(say(asker, { questionId, body: 'And now?' })));
    expect(ends).toEqual([...Array<string>(5).fill('done'), 'rate-limited']);
    expect(await refusal(say(asker, { questionId: other, body: 'And this?' }))).toBe('done');
  });

  it('and each answer is hidden by a rule and restored; its writer is told, and it counts no more', async () => {
    const product = await makeProduct();
    const [owner] = (await makeOwners(product, 1)) as [SignedIn];
    const moderator = await makeMember({ roles: ['MODERATOR'] });
    const asker = await makeMember();
    const questionId = await makeQuestion(product, asker);
    const { id: postId } = await say(owner, { questionId, body: 'Call me: 0123' });
    const decide = transact(decideQuestion);
    const hidden = { questionId, postId, rule: 'PRIVACY', reason: 'A number' } as const;
    const ends = await Promise.all([refusal(decide(moderator, hidden)), refusal(decide(moderator, hidden))]);
    expect(ends).toContain('done');
    const [question] = await shown(product);
    expect([question?.answers, question?.posts]).toEqual([0, []]);
    await runJobs();
    expect(await kindsOf(owner)).toContain('question.hidden');
    await decide(moderator, { questionId, postId, rule: null, reason: 'Taken out' });
    expect((await shown(product))[0]?.answers).toBe(1);
    await decide(moderator, { questionId, rule: 'SPAM', reason: 'Advertising' });
    expect(await shown(product)).toEqual([]);
    expect(await refusal(say(owner, { questionId, body: 'Again' }))).toBe('not-found');
    expect(await refusal(decide(owner, hidden))).toBe('forbidden');
  });

  it('has answers that are found helpful once by each member, and not by who wrote them', async () => {
    const product = await makeProduct();
    const [owner, fan] = [(await makeOwners(product, 1))[0]!, await makeMember()];
    const { id: postId } = await say(owner, { questionId: await makeQuestion(product), body: 'Never' });
    const vote = transact(voteAnswer);
    expect(await refusal(vote(owner, { postId, on: true }))).toBe('own-answer');
    await Promise.all([1, 2, 3].map(() => vote(fan, { postId, on: true })));
    expect((await db.questionPost.findUniqueOrThrow({ where: { id: postId } })).helpful).toBe(1);
    expect(await vote(fan, { postId, on: false })).toEqual({ on: false, helpful: 0 });
  });
});
