import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const redirectsActs = declareActs({
  'redirect.add': ['redirectLeads', { from: 'text', to: 'text' }],
  'redirect.change': ['redirectChanged', { before: 'text', from: 'text', to: 'text' }],
  'redirect.delete': ['redirectLeads', { from: 'text', to: 'text' }],
  'redirect.import': ['redirectImport', { added: 'count', changed: 'count', refused: 'count' }],
});
