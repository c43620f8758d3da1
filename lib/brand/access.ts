import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: { saveBrand: ['brand.manage'], putBackBrand: ['brand.manage'] },
  sample: { version: 1, shown: 0, locale: 'en', data: {} },
};
