import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const listActs = declareActs({
  'bulk.start': ['bulkOf', { act: { word: 'staff.bulk.names', of: 'orders' }, rows: 'count' }],
});
