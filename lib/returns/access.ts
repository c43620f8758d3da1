import { anyId, type Access } from '@/lib/core/access';

const ofBuyer = { everyone: 'an order of the session, or the one that a key opens; returns.test.ts' };

export const access: Access = {
  actions: {
    askReturnAction: ofBuyer,
    cancelReturnAction: ofBuyer,
    sendReturnAction: ofBuyer,
    decideReturnAction: ['returns.handle'],
    countReturnAction: ['returns.handle'],
    settleReturnAction: ['orders.refund'],
  },
  commands: {
    askReturn: 'step',
    cancelReturn: 'step',
    noteSent: 'step',
    decideReturn: ['returns.handle'],
    countReturn: ['returns.handle'],
    closeReturn: 'step',
  },
  flows: {
    askForReturn: { members: 'a guest asks by the key of their order; returns.test.ts' },
    cancelOwnReturn: { members: 'a guest asks by the key of their order; returns.test.ts' },
    sendOwnReturn: { members: 'a guest asks by the key of their order; returns.test.ts' },
    countReturnedGoods: ['returns.handle'],
    settleReturn: ['orders.refund'],
  },
  sample: { returnId: anyId, number: 'A', outcome: 'APPROVED', answer: 'Because', carrier: 'Post', tracking: 'T1' },
  pages: {
    '(account)/orders/[number]/return': [{ params: { number: 'CROWD1' } }],
    '(account)/order/[key]/return': 'reads one order, which its key names',
    'staff/returns': [{}, { search: { view: 'over' } }],
    'staff/returns/[number]': [{ params: { number: 'CR0WD1' } }],
  },
};
