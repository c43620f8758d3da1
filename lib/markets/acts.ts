import { declareActs } from '@/lib/core/acts';

const parts = { words: 'parts', of: 'markets' } as const;

/** What stands beside the acts of this domain in the audit log. */
export const marketActs = declareActs({
  'market.save': ['marketSave', { version: 'count', parts }],
  'market.putBack': ['marketPutBack', { version: 'count', from: 'count', parts }],
});
