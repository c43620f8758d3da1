import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: {},
  flows: {
    readOwnInvoice: {
      members: 'an order of the session, or the one that a key opens; lib/flows/invoices/invoices.test.ts',
    },
    readStaffInvoice: ['orders.read'],
  },
};
