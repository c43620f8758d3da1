import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { chooseColumnsAction: 'staff' },
  commands: { chooseColumns: 'staff' },
  sample: { list: 'orders', columns: ['number'] },
};
