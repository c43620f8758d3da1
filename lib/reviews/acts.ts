import { declareActs } from '@/lib/core/acts';

const answered = ['reviewAnswer', { text: 'text' }] as const;

/** What stands beside the acts of this domain in the audit log. */
export const reviewsActs = declareActs({
  'review.hide': ['reviewHide', { rule: { word: 'rules', of: 'reviews' } }],
  'review.dismiss': ['reviewDismiss', { reports: 'count' }],
  'review.answer': answered,
  'review.editAnswer': ['reviewEditAnswer', { text: 'text', before: 'text' }],
  'question.answer': answered,
  'question.hide': ['reviewHide', { rule: { word: 'rules', of: 'reviews' } }],
  'review.export': ['exported', { filters: 'text' }],
});
