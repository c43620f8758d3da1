import { declareActs } from '@/lib/core/acts';

const sum = ['creditSum', { amountMinor: 'money', account: 'text' }] as const;

/** What stands beside the acts of this domain in the audit log; a gift card is named by its last four signs. */
export const creditActs = declareActs({
  'credit.issue': sum,
  'credit.issueCard': sum,
  'credit.adjust': sum,
  'credit.disable': ['creditAccount', { account: 'text' }],
  'credit.enable': ['creditAccount', { account: 'text' }],
});
