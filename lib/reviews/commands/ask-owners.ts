import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { languageOf } from '@/lib/core/language-of';
import { spend } from '@/lib/core/limits';
import { takeTurns } from '@/lib/core/take-turns';
import { after, day } from '@/lib/core/time';

import { limits } from '../limits';
import type { AskQuestion } from '../question-schema';
import { isKnownProduct, speaker, touchQuestions } from './locked';

/** To so many owners a question is sent. */
export const ownersAsked = 5;
/** So many questions at most an owner is sent in seven days. */
export const mostAWeek = 2;

/** Asks the owners of a product, in public; refused for guests and for members whose address is not confirmed. */
export async function askQuestion(ctx: Ctx, { productId, body }: AskQuestion): Promise<{ id: string }> {
  const asker = speaker(ctx);
  found((await isKnownProduct(ctx, productId)) || null, 'product');
  await spend(ctx.db, limits.ask, asker, ctx.now);
  const question = await ctx.db.productQuestion.create({
    data: { productId, memberId: asker, body, lang: languageOf(body), createdAt: ctx.now },
    select: { id: true },
  });
  await ctx.emit('question.asked', { questionId: question.id });
  await touchQuestions(ctx, productId);
  return question;
}

/** Chooses the owners whom a question is sent to, once: answers whom. Questions are sent one after another, so that none of them is sent too many. */
export async function sendQuestion(ctx: Ctx, { questionId }: { questionId: string }): Promise<string[]> {
  await takeTurns(ctx.db, 'reviews:send-questions');
  return chooseOwners(ctx, { questionId });
}

/**
 * Willing owners of the product, never the asker: those who were asked longest ago first, those who never were before them, and by lot among
 * those alike. Who has had their number of the week is left out.
 */
export async function chooseOwners({ db, now }: Pick<Ctx, 'db' | 'now'>, { questionId }: { questionId: string }) {
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    INSERT INTO "QuestionSent" ("questionId", "memberId", "at")
    SELECT q."id", w."memberId", ${now}::timestamptz FROM "ProductQuestion" q CROSS JOIN LATERAL (
      SELECT o."memberId" FROM (SELECT DISTINCT c."memberId" FROM ownership.current_owner c WHERE c."productId" = q."productId") o
      JOIN members.speaker m ON m."id" = o."memberId"
      LEFT JOIN "OwnerAnswering" a ON a."memberId" = o."memberId"
      CROSS JOIN LATERAL (
        SELECT max(s."at") AS latest, count(*) FILTER (WHERE s."at" > ${after(now, -7 * day)}::timestamptz) AS week
        FROM "QuestionSent" s WHERE s."memberId" = o."memberId") asked
      WHERE o."memberId" <> q."memberId" AND coalesce(a."willing", m."own") AND asked.week < ${mostAWeek}
      ORDER BY asked.latest NULLS FIRST, md5(q."id"::text || o."memberId"::text) LIMIT ${ownersAsked}) w
    WHERE q."id" = ${questionId}::uuid AND q."rule" IS NULL AND NOT EXISTS (SELECT 1 FROM "QuestionSent" s WHERE s."questionId" = q."id")
    RETURNING "memberId"`;
  return rows.map(({ memberId }) => memberId);
}
