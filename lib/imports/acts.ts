import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const importsActs = declareActs({
  'imports.rehearse': ['importSource', { source: { word: 'sources', of: 'imports' } }],
  'imports.import': ['importSource', { source: { word: 'sources', of: 'imports' } }],
});
