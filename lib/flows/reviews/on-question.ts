import type { Ctx, Reading } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { firstOf } from '@/lib/core/fields';
import { localizedName } from '@/lib/core/locale';
import { notify } from '@/lib/notifications/commands';
import { notifyOf } from '@/lib/notifications/notify-of';
import { sendQuestion } from '@/lib/reviews/commands';
import { reviewsNotices } from '@/lib/reviews/notices';
import { questionPath } from '@/lib/reviews/choices/question-paths';
import { getPostForNotice, getQuestionForNotice } from '@/lib/reviews/queries';

type Product = { handle: string; title: string; titleZh: string };

const aboutOf = (question: { id: string; body: string; product: Product }) => ({
  product: localizedName(question.product),
  question: firstOf(question.body, 160),
  path: questionPath(question.product.handle, question.id),
});

/** Sends a question to a few willing owners, in the app and by mail. */
export async function askOwnersOfProduct(ctx: Ctx, event: RecordedEvent<'question.asked'>): Promise<void> {
  const owners = await sendQuestion(ctx, event.payload);
  const question = await getQuestionForNotice(ctx, event.payload);
  if (!question || owners.length === 0) return;
  const data = aboutOf(question);
  await notify(
    ctx,
    reviewsNotices['question.sent'],
    event,
    owners.map((memberId) => ({ memberId, data })),
  );
}

/** Tells the asker of an answer, and the owners who answered of what the asker says once more. */
export const tellOfQuestionPost = notifyOf(
  reviewsNotices['question.answered'],
  async (ctx, { payload }: RecordedEvent<'question.answered'>) => {
    const post = await getPostForNotice(ctx, payload);
    if (!post || post.rule || post.question.rule) return null;
    const { question, kind, memberId: writer } = post;
    const told = kind === 'FOLLOW_UP' ? question.posts.map(({ memberId }) => memberId) : [question.memberId];
    const data = { ...aboutOf({ ...question, id: post.questionId }), kind };
    return [...new Set(told)].filter((memberId) => memberId !== writer).map((memberId) => ({ memberId, data }));
  },
);

/** Tells who wrote a question or an answer by which rule it was hidden, and why. */
export const tellOfHiddenWords = notifyOf(
  reviewsNotices['question.hidden'],
  async (ctx, { payload }: RecordedEvent<'question.decided'>) => {
    const found = await decided(ctx, payload);
    if (!found?.rule) return null;
    const { memberId, rule, reason, data } = found;
    return { memberId, data: { ...data, rule, reason } };
  },
);

/** Tells who wrote a question or an answer that it is shown again. */
export const tellOfShownWords = notifyOf(
  reviewsNotices['question.restored'],
  async (ctx, { payload }: RecordedEvent<'question.decided'>) => {
    const found = await decided(ctx, payload);
    return found && !found.rule ? { memberId: found.memberId, data: found.data } : null;
  },
);

async function decided(ctx: Pick<Reading, 'db'>, { questionId, postId }: { questionId: string; postId?: string }) {
  const question = await getQuestionForNotice(ctx, { questionId });
  if (!question) return null;
  const said = postId ? await getPostForNotice(ctx, { postId }) : question;
  return said && { memberId: said.memberId, rule: said.rule, reason: said.reason, data: aboutOf(question) };
}
