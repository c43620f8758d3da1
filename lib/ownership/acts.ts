import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const ownershipActs = declareActs({
  'product.askOwners': ['productAskOwners', { text: 'text', days: 'count' }],
  'claim.decide': ['ownerClaimDecided', { serial: 'text', outcome: { word: 'claim.outcomes', of: 'ownership' } }],
});
