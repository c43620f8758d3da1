import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const recallsActs = declareActs({
  'recall.save': ['recallTitle', { title: 'text' }],
  'recall.publish': ['recallUnits', { title: 'text', units: 'count' }],
  'recall.close': ['recallLeft', { title: 'text', left: 'count' }],
  'recall.reopen': ['recallTitle', { title: 'text' }],
  'recall.withdraw': ['recallLeft', { title: 'text', left: 'count' }],
  'recall.remind': ['recallUnits', { title: 'text', units: 'count' }],
  'recall.unit': ['recallUnit', { title: 'text', state: { word: 'unitStates', of: 'recalls' } }],
  'recall.export': ['exported', { filters: 'text' }],
});
