import { anyId, type Access } from '@/lib/core/access';

const edits = ['discounts.edit'] as const;

export const access: Access = {
  actions: { saveDiscountAction: [...edits], endDiscountAction: [...edits] },
  commands: {
    saveDiscount: [...edits],
    endDiscount: [...edits],
    useDiscounts: 'step',
    freeDiscounts: 'step',
    retakeDiscounts: 'step',
  },
  sample: {
    ...{ discountId: anyId, shown: 1, title: 'Spring', titleZh: '春季', code: null, kind: 'PERCENT', percent: 10 },
    ...{ amountMinor: null, currency: 'USD', buyPieces: null, getPieces: null, leastMinor: null, leastPieces: null },
    ...{ productIds: null, combines: false, endsAt: null, mostUses: null, oncePerBuyer: false },
  },
  pages: {
    'staff/discounts': [{}],
    'staff/discounts/new': [{}],
    'staff/discounts/[id]': [{ params: { id: 'crowd:discount' } }],
  },
};
