import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';

import { reviewRules } from './choices/rules';
import { writeReviewPath } from './choices/review-paths';

const ofProduct = z.object({ product: localized, handle: z.string() });
const own = ({ handle }: { handle: string }) => writeReviewPath(handle);

const aboutQuestion = z.object({ product: localized, question: z.string(), path: z.string() });
const leads = ({ path }: { path: string }) => path;

/** Notices of this domain, to members. */
export const reviewsNotices = declareNotices({
  'review.hidden': notice({
    channels: ['app', 'mail'],
    data: ofProduct.extend({ rule: z.enum(reviewRules), reason: z.string() }),
    required: ['reason'],
    path: own,
    icon: 'moderation',
  }),
  'review.restored': notice({ channels: ['app', 'mail'], data: ofProduct, path: own, icon: 'moderation' }),
  'review.answered': notice({
    channels: ['app', 'mail'],
    data: ofProduct.extend({ path: z.string() }),
    path: ({ path }) => path,
    icon: 'owner',
    area: 'shop',
  }),
  'review.asked': notice({ channels: ['app', 'mail'], data: ofProduct, path: own, icon: 'owner', area: 'shop' }),
  'question.sent': notice({ channels: ['app', 'mail'], data: aboutQuestion, path: leads, icon: 'owner', area: 'shop' }),
  'question.answered': notice({
    channels: ['app', 'mail'],
    data: aboutQuestion.extend({ kind: z.enum(['OWNER', 'BRAND', 'FOLLOW_UP']) }),
    path: leads,
    icon: 'owner',
    area: 'shop',
  }),
  'question.hidden': notice({
    channels: ['app', 'mail'],
    data: aboutQuestion.extend({ rule: z.enum(reviewRules), reason: z.string() }),
    required: ['reason'],
    path: leads,
    icon: 'moderation',
  }),
  'question.restored': notice({ channels: ['app', 'mail'], data: aboutQuestion, path: leads, icon: 'moderation' }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof reviewsNotices> {}
}
