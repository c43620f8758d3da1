import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const marketActs = declareActs({
  'market.save': ['marketSave', { version: 'count', parts: { words: 'parts', of: 'markets' } }],
});
