import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const apiActs = declareActs({
  'apiKey.make': ['apiKeyMade', { name: 'text', scopes: { words: 'scopes', of: 'api' } }],
  'apiKey.revoke': ['apiKeyNamed', { name: 'text' }],
  'apiKey.readAddresses': ['addressesRead', { name: 'text', count: 'count' }],
});
