import { may, memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { languageOf } from '@/lib/core/language-of';
import { spend } from '@/lib/core/limits';
import type { QuestionPostKind } from '@/lib/core/prisma-client/enums';

import { limits } from '../limits';
import { canAnswer } from '../policy';
import type { AnswerShopper, DecideQuestion, SetAnswering, VoteAnswer } from '../question-schema';
import { isKnownProduct, speaker, touchQuestions } from './locked';

type Question = { id: string; memberId: string; productId: string; hidden: boolean };

async function lockQuestion(ctx: Pick<Ctx, 'db'>, questionId: string): Promise<Question> {
  const rows = await ctx.db.$queryRaw<Question[]>`
    SELECT "id", "memberId", "productId", "rule" IS NOT NULL AS hidden FROM "ProductQuestion" WHERE "id" = ${questionId}::uuid FOR NO KEY UPDATE`;
  return found(rows[0], 'question');
}

async function lockShownQuestion(ctx: Pick<Ctx, 'db'>, questionId: string): Promise<Question> {
  const question = await lockQuestion(ctx, questionId);
  return found(!question.hidden && (await isKnownProduct(ctx, question.productId)) ? question : null, 'question');
}

/** Says something to a question: its asker follows it up, everybody else has to own the product now. */
export async function answerShopper(ctx: Ctx, { questionId, body }: AnswerShopper): Promise<{ id: string }> {
  const writer = speaker(ctx);
  await spend(ctx.db, limits.answer, writer, ctx.now);
  await spend(ctx.db, limits.sayToOne, `${writer}:${questionId}`, ctx.now);
  const question = await lockShownQuestion(ctx, questionId);
  if (writer === question.memberId) return say(ctx, question, { kind: 'FOLLOW_UP', writer, body });
  const owning = await ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = ${writer}::uuid AND o."productId" = ${question.productId}::uuid LIMIT 1`;
  if (owning.length === 0) throw new Refused('only-owners-answer');
  return say(ctx, question, { kind: 'OWNER', writer, body });
}

/** Answers a question in the brand's name. */
export async function answerAsBrand(ctx: Ctx, { questionId, body }: AnswerShopper): Promise<{ id: string }> {
  allow(canAnswer(ctx.actor));
  const question = await lockShownQuestion(ctx, questionId);
  const writer = memberId(ctx.actor);
  if (!writer) throw new Refused('signed-out');
  const said = await say(ctx, question, { kind: 'BRAND', writer, body });
  await audit(ctx, { act: 'question.answer', subject: ['question', questionId], detail: { text: body } });
  return said;
}

type Said = { kind: QuestionPostKind; writer: string; body: string };

async function say(ctx: Ctx, question: Question, { kind, writer, body }: Said): Promise<{ id: string }> {
  const post = await ctx.db.questionPost.create({
    data: { questionId: question.id, memberId: writer, kind, body, lang: languageOf(body), createdAt: ctx.now },
    select: { id: true },
  });
  await countAnswers(ctx, question.id);
  await ctx.emit('question.answered', { postId: post.id });
  await touchQuestions(ctx, question.productId);
  return post;
}

// Counted anew while the question's row is locked: what is hidden meanwhile waits for it.
async function countAnswers({ db }: Pick<Ctx, 'db'>, questionId: string): Promise<void> {
  const shown = { questionId, rule: null, kind: { not: 'FOLLOW_UP' as const } };
  await db.productQuestion.update({
    where: { id: questionId },
    data: { answers: await db.questionPost.count({ where: shown }) },
    select: { id: true },
  });
}

/** Says that an answer was helpful, or takes it back; once for each member, and not of one's own. */
export async function voteAnswer(ctx: Ctx, { postId, on }: VoteAnswer): Promise<{ on: boolean; helpful: number }> {
  const voter = speaker(ctx);
  await spend(ctx.db, limits.vote, voter, ctx.now);
  const rows = await ctx.db.$queryRaw<{ memberId: string; questionId: string }[]>`
    SELECT "memberId", "questionId" FROM "QuestionPost" WHERE "id" = ${postId}::uuid AND "rule" IS NULL AND "kind" <> 'FOLLOW_UP' FOR NO KEY UPDATE`;
  const post = found(rows[0], 'answer');
  const [question] = await ctx.db.$queryRaw<{ productId: string }[]>`
    SELECT "productId" FROM "ProductQuestion" WHERE "id" = ${post.questionId}::uuid AND "rule" IS NULL`;
  found((question && (await isKnownProduct(ctx, question.productId))) || null, 'answer');
  allow(post.memberId !== voter, 'own-answer');
  const given = on
    ? await ctx.db.$executeRaw`
        INSERT INTO "QuestionPostVote" ("postId", "memberId", "at") VALUES (${postId}::uuid, ${voter}::uuid, ${ctx.now}) ON CONFLICT DO NOTHING`
    : -(await ctx.db.$executeRaw`
        DELETE FROM "QuestionPostVote" WHERE "postId" = ${postId}::uuid AND "memberId" = ${voter}::uuid`);
  const { helpful } = await ctx.db.questionPost.update({
    where: { id: postId },
    data: { helpful: { increment: given } },
    select: { helpful: true },
  });
  return { on, helpful };
}

/** Hides a question or one thing said to it by a rule, or shows it again; its writer is told. Nobody decides about their own. */
export async function decideQuestion(
  ctx: Ctx,
  { questionId, postId, rule, reason }: DecideQuestion,
): Promise<{ id: string }> {
  allow(may(ctx.actor, 'reviews.hide'));
  const question = await lockQuestion(ctx, questionId);
  const about = postId
    ? found(
        await ctx.db.questionPost.findUnique({
          where: { id: postId, questionId },
          select: { memberId: true, rule: true },
        }),
        'answer',
      )
    : { memberId: question.memberId, rule: question.hidden ? 'hidden' : null };
  allow(about.memberId !== memberId(ctx.actor), 'own-review');
  if ((about.rule === null) === (rule === null)) throw new Refused('review-decided', 'It stands so already');
  const data = { rule, reason };
  if (postId) await ctx.db.questionPost.update({ where: { id: postId }, data, select: { id: true } });
  else await ctx.db.productQuestion.update({ where: { id: questionId }, data, select: { id: true } });
  await countAnswers(ctx, questionId);
  const subject: [string, string] = ['question', questionId];
  if (rule) await audit(ctx, { act: 'question.hide', subject, reason, detail: { rule } });
  else await audit(ctx, { act: 'question.restore', subject, reason });
  await ctx.emit('question.decided', { questionId, ...(postId && { postId }) });
  await touchQuestions(ctx, question.productId);
  return { id: questionId };
}

/** Says whether the actor answers shoppers' questions about what they own. */
export async function setAnswering(ctx: Ctx, { willing }: SetAnswering): Promise<void> {
  const owner = speaker(ctx);
  const data = { willing, at: ctx.now };
  await ctx.db.ownerAnswering.upsert({
    where: { memberId: owner },
    create: { memberId: owner, ...data },
    update: data,
  });
}
