import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    checkPaymentsAction: ['markets.manage'],
    saveShippingAction: ['markets.manage'],
    saveTaxesAction: ['markets.manage'],
  },
  commands: { saveMarket: ['markets.manage'] },
  flows: { saveTerms: ['markets.manage'], checkPayments: ['markets.manage'] },
  sample: { shown: 0, locale: 'en', data: {} },
  pages: {
    'staff/settings/payments': [{}],
    'staff/settings/shipping': [{}, { search: { before: '5' } }],
    'staff/settings/taxes': [{}, { search: { before: '5' } }],
  },
};
