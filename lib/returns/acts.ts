import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const returnsActs = declareActs({
  'return.decide': ['returnDecision', { number: 'text', outcome: { word: 'states', of: 'returns' } }],
  'return.count': ['returnCount', { number: 'text', pieces: 'count' }],
  'return.close': ['returnClosed', { number: 'text', refundMinor: 'money' }],
});
