import { productHandle, productName, productTitle } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { inOrderOf, readListPage, type ListPage } from '@/lib/core/list-page';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { memberName } from '@/lib/members/published';

import { canReadReviews } from '../policy';
import { questionList, type AskedQuestions } from '../list';

const listed = {
  ...{ id: true, body: true, answers: true, rule: true, createdAt: true },
  product: { select: productName },
  member: { select: memberName },
} as const satisfies Prisma.ProductQuestionSelect;

export type StaffQuestion = Prisma.ProductQuestionGetPayload<{ select: typeof listed }>;

/** One page of shoppers' questions for staff. */
export async function listStaffQuestions(
  { db, actor }: Reading,
  { asked, zone }: { asked: AskedQuestions; zone: string },
): Promise<{ rows: StaffQuestion[]; page: ListPage }> {
  if (!canReadReviews(actor)) return { rows: [], page: { ids: [], count: 0 } };
  const page = await readListPage(questionList, asked, { db, zone });
  if (page.ids.length === 0) return { rows: [], page };
  const rows = await db.productQuestion.findMany({ where: { id: { in: page.ids } }, select: listed });
  return { rows: inOrderOf(page.ids, rows), page };
}

/** One question with all that was said to it, hidden or not, and to how many owners it was sent; null to who may not read it. */
export async function getQuestionCase({ db, actor }: Reading, { questionId }: { questionId: string }) {
  if (!isUuid(questionId) || !canReadReviews(actor)) return null;
  return db.productQuestion.findUnique({
    where: { id: questionId },
    select: {
      ...{ ...listed, memberId: true, reason: true },
      posts: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: 200,
        select: {
          ...{ id: true, memberId: true, kind: true, body: true, rule: true, reason: true, createdAt: true },
          member: { select: memberName },
        },
      },
      _count: { select: { sent: true } },
    },
  });
}

export type QuestionCase = NonNullable<Awaited<ReturnType<typeof getQuestionCase>>>;

const product = { select: { ...productTitle, ...productHandle } } as const;

/** A question with the fields of its notices. */
export async function getQuestionForNotice({ db }: Pick<Reading, 'db'>, { questionId }: { questionId: string }) {
  return db.productQuestion.findUnique({
    where: { id: questionId },
    select: { ...{ id: true, memberId: true, body: true, rule: true, reason: true }, product },
  });
}

/** Something said to a question with the fields of its notices, and who said something to it before. */
export async function getPostForNotice({ db }: Pick<Reading, 'db'>, { postId }: { postId: string }) {
  return db.questionPost.findUnique({
    where: { id: postId },
    select: {
      ...{ memberId: true, kind: true, rule: true, reason: true, questionId: true },
      question: {
        select: {
          ...{ memberId: true, rule: true, body: true, product },
          posts: { where: { kind: 'OWNER', rule: null }, take: 50, select: { memberId: true } },
        },
      },
    },
  });
}
