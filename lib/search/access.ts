import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: { keepDoc: 'step', dropDocs: 'step' },
  pages: {
    '(account)/search': [
      { search: { q: 'product' } },
      { search: { q: 'prodcut', page: '2' } },
      { search: { q: 'nothing of it' } },
    ],
  },
};
