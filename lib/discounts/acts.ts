import { declareActs } from '@/lib/core/acts';

const saved = ['discountSaved', { name: 'text', code: 'text', off: 'text' }] as const;

/** What stands beside the acts of this domain in the audit log. */
export const discountsActs = declareActs({
  'discount.add': saved,
  'discount.change': saved,
  'discount.end': ['discountEnded', { name: 'text', code: 'text' }],
});
