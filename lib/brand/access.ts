import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { saveBrandAction: ['brand.manage'], putBackBrandAction: ['brand.manage'] },
  commands: { saveBrand: ['brand.manage'], putBackBrand: ['brand.manage'] },
  sample: { version: 1, shown: 0, locale: 'en', data: {} },
  pages: {
    'staff/settings': 'leads to the page of the brand and asks the database nothing',
    'staff/settings/brand': [{}, { search: { before: '5' } }],
  },
};
