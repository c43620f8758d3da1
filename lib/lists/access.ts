import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { chooseColumnsAction: 'staff' },
  commands: { chooseColumns: 'staff', beginExport: 'step', noteExport: 'step' },
  sample: { list: 'orders', columns: ['number'] },
};
