import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    chooseColumnsAction: 'staff',
    startBulkAction: 'staff',
    dropBulkAction: 'staff',
    stopBulkAction: 'staff',
    saveViewAction: 'staff',
    changeViewAction: 'staff',
    deleteViewAction: 'staff',
  },
  commands: {
    chooseColumns: 'staff',
    beginExport: 'step',
    noteExport: 'step',
    draftBulk: 'step',
    startBulk: 'step',
    dropBulk: 'step',
    stopBulk: 'step',
    takeBulkRow: 'step',
    refuseBulkRow: 'step',
    noteBulk: 'step',
    tendBulks: 'step',
    saveView: 'staff',
    changeView: 'staff',
    deleteView: 'staff',
  },
  flows: {
    startBulkAct: ['orders.ship'],
    dropBulkAct: ['orders.ship'],
    stopBulkAct: ['orders.ship'],
    reportBulk: ['orders.read'],
    saveListView: ['orders.read'],
  },
  sample: { list: 'orders', columns: ['number'] },
};
