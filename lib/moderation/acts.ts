import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const moderationActs = declareActs({
  'reports.settle': ['verdict', { outcome: { word: 'outcomes', of: 'staff' }, reports: 'count' }],
});
