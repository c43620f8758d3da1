import { declareActs } from '@/lib/core/acts';

const stage = { word: 'stage', of: 'feedback' } as const;
const release = ['release', { version: 'text', ideas: 'count' }] as const;

/** What stands beside the acts of this domain in the audit log. */
export const feedbackActs = declareActs({
  'idea.export': ['exported', { filters: 'text' }],
  'idea.stage': ['stage', { from: stage, to: stage }],
  'release.draft': release,
  'release.edit': release,
  'release.publish': ['credits', { ideas: 'count' }],
});
