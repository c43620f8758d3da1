import { z } from 'zod';

import { cleanLine, maybeLines, multiLine, nameLine, oneLine, titleLine } from '@/lib/core/fields';
import { list, onOff, orNothing, pickedId, reason } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import { grades, reviewMost, reviewRules } from './choices/rules';

const rule = z.enum(reviewRules, 'code:required');

// A point a line; empty lines are none.
const points = maybeLines(reviewMost.points * (reviewMost.point + 20))
  .transform((text) => text.split('\n').map(cleanLine).filter(Boolean))
  .pipe(z.array(oneLine(reviewMost.point)).max(reviewMost.points, 'code:too-many-points'));

const photo = z.instanceof(File, { message: 'code:required' });

/** A picture that storage holds, by the SHA-256 of its bytes. */
const kept = z.string().regex(/^[0-9a-f]{64}$/);

/** `shown` is the version that the form showed, 0 for a first one. `keep` are the photos that stay, `photos` those that are brought. */
export const writeReviewInput = z
  .object({
    productId: z.uuid(),
    shown: whole(0, 2_000_000_000),
    rating: z.enum(grades, 'code:rating-missing').transform(Number),
    title: nameLine(reviewMost.title),
    body: multiLine(reviewMost.body, 10),
    pros: points,
    cons: points,
    releaseId: orNothing(z.uuid().optional()),
    keep: list(kept, reviewMost.photos),
    photos: list(photo, 50),
  })
  .check(({ value, issues }) => {
    const problem = (code: string) =>
      issues.push({ code: 'custom', message: `code:${code}`, path: ['photos'], input: undefined });
    const given = value.photos.filter(({ size }) => size > 0);
    if (given.length + value.keep.length > reviewMost.photos) problem('too-many-photos');
    if (given.reduce((sum, { size }) => sum + size, 0) > reviewMost.bytes) problem('pictures-too-large');
  });
export type WriteReviewForm = z.output<typeof writeReviewInput>;

export type ReviewWords = Omit<WriteReviewForm, 'photos' | 'keep'> & {
  /** What of the earlier photos stays, and what comes behind it. */
  photos: { sha256: string; url?: string }[];
};

export const withdrawReviewInput = z.object({ reviewId: z.uuid() });
export type WithdrawReview = z.output<typeof withdrawReviewInput>;

export const voteReviewInput = z.object({ reviewId: z.uuid(), on: onOff });
export type VoteReview = z.output<typeof voteReviewInput>;

export const reportReviewInput = z.object({ reviewId: z.uuid(), rule, note: maybeLines(1_000) });
export type ReportReview = z.output<typeof reportReviewInput>;

/** Staff hide a review by a rule; its writer reads the reason. */
export const hideReviewInput = z.object({ reviewId: z.uuid(), rule, reason });
export type HideReview = z.output<typeof hideReviewInput>;

export const restoreReviewInput = z.object({ reviewId: z.uuid(), reason });
export type RestoreReview = z.output<typeof restoreReviewInput>;

export const dismissReportsInput = z.object({ reviewId: z.uuid(), reason });
export type DismissReports = z.output<typeof dismissReportsInput>;

/** What the brand says to a review. `shown` is what the form began with: another answer is not written over. */
export const answerReviewInput = z.object({ reviewId: z.uuid(), body: multiLine(2_000, 3), shown: maybeLines(2_000) });
export type AnswerReview = z.output<typeof answerReviewInput>;

/** What is made of a review: an idea or a bug report under a title. */
export const reviewToIdeaInput = z.object({ reviewId: pickedId, kind: z.enum(['IDEA', 'REPORT']), title: titleLine });
export type ReviewToIdea = z.output<typeof reviewToIdeaInput>;
