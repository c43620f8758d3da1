import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    checkPaymentsAction: ['markets.manage'],
    saveShippingAction: ['markets.manage'],
    saveTaxesAction: ['markets.manage'],
    putBackMarketAction: ['markets.manage'],
  },
  commands: { saveMarket: ['markets.manage'], putBackMarket: ['markets.manage'] },
  flows: { saveTerms: ['markets.manage'], putBackTerms: ['markets.manage'], checkPayments: ['markets.manage'] },
  sample: { shown: 0, version: 1, locale: 'en', data: {} },
  pages: {
    'staff/settings/payments': [{}],
    'staff/settings/shipping': [{}, { search: { before: '5' } }],
    'staff/settings/taxes': [{}, { search: { before: '5' } }],
  },
};
