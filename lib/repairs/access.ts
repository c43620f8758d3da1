import { anyId, type Access } from '@/lib/core/access';

const ofOwner = { everyone: 'a unit of the session, or of the order that a key opens; repairs.test.ts' };
const ownFlow = { members: 'a guest asks by the key of their order; repairs.test.ts' } as const;
const handled = ['repairs.handle'] as const;

export const access: Access = {
  actions: {
    askRepairAction: ofOwner,
    cancelRepairAction: ofOwner,
    answerQuoteAction: ofOwner,
    backRepairAction: ofOwner,
    openRepairAction: [...handled],
    decideRepairAction: [...handled],
    takeInRepairAction: [...handled],
    diagnoseRepairAction: [...handled],
    quoteRepairAction: [...handled],
    workOnRepairAction: [...handled],
    fitPartAction: [...handled],
    handOverAction: [...handled],
    closeRepairAction: [...handled],
  },
  commands: {
    askRepair: 'step',
    cancelRepair: 'step',
    answerQuote: 'step',
    closeRepair: 'step',
    decideRepair: [...handled],
    takeIn: [...handled],
    diagnoseRepair: [...handled],
    quoteRepair: [...handled],
    workOnRepair: [...handled],
    usePart: [...handled],
    handOverRepair: [...handled],
  },
  flows: {
    askForRepair: ownFlow,
    cancelOwnRepair: ownFlow,
    answerOwnQuote: ownFlow,
    closeOwnRepair: ownFlow,
    openRepair: [...handled],
    takeInRepair: [...handled],
    doRepair: [...handled],
    fitRepairPart: [...handled],
    handOver: [...handled],
    closeRepairByStaff: [...handled],
  },
  sample: {
    ...{ repairId: anyId, outcome: 'APPROVED', answer: 'Because', condition: 'Scratched', lockOff: true, wiped: true },
    ...{ diagnosis: 'A worn battery', shown: 0, text: 'A new battery', uncovered: '', to: 'WORKING', once: anyId },
    ...{ sku: 'A', quantity: 1, how: 'COLLECTED', carrier: '', tracking: '', paidNote: '', warranty: null },
  },
  pages: {
    '(account)/repairs/[number]': [{ params: { number: 'CR0WD1' } }],
    '(account)/repairs/new/[unit]': 'reads one unit, which its address names',
    '(account)/order/[key]/repair/[unit]': 'reads one unit, which its address names',
    '(account)/order/[key]/repairs/[number]': 'reads one repair, which its address names',
    'staff/repairs': [{}, { search: { view: 'over' } }],
    'staff/repairs/[number]': [{ params: { number: 'CR0WD1' } }],
  },
};
