import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: { saveMarket: ['markets.manage'] },
  sample: { shown: 0, locale: 'en', data: {} },
};
