import { anyId, type Access } from '@/lib/core/access';

const issues = ['credit.issue'] as const;
const adjusts = ['credit.adjust'] as const;

export const access: Access = {
  actions: {
    redeemCardAction: 'members',
    issueCreditAction: [...issues],
    adjustCreditAction: [...adjusts],
    disableCardAction: [...adjusts],
  },
  commands: {
    issueCredit: [...issues],
    adjustCredit: [...adjusts],
    disableCard: [...adjusts],
    redeemCard: { members: 'whoever knows a card’s code; lib/flows/credit/credit-races.test.ts' },
    expireCredit: 'step',
    giveCredit: 'step',
    holdSpent: 'step',
    openStoreCredit: 'step',
    refundToCredit: 'step',
    returnCredit: 'step',
    spendCredit: 'step',
  },
  sample: {
    ...{ accountId: anyId, way: 'in', act: 'disable', to: 'card', handle: '', amount: '5.00', currency: 'USD' },
    reason: 'An apology',
    once: anyId,
  },
  pages: {
    '(account)/credit': [{}],
    'staff/credit': [{}],
    'staff/credit/new': 'reads nothing from the database',
    'staff/credit/[id]': [{ params: { id: 'crowd:creditAccount' } }],
  },
};
