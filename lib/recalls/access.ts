import { anyId, type Access } from '@/lib/core/access';

const byLink = { everyone: 'whoever has the link of a mail; recalls.test.ts' };

export const access: Access = {
  actions: {
    saveRecallAction: ['recalls.run'],
    publishRecallAction: ['recalls.run'],
    closeRecallAction: ['recalls.run'],
    reopenRecallAction: ['recalls.run'],
    withdrawRecallAction: ['recalls.run'],
    remindOwnersAction: ['recalls.run'],
    handleUnitAction: ['recalls.handle'],
    answerRecallAction: byLink,
    checkSerialAction: { everyone: 'says whether a recall means a serial, and nothing else; recalls.test.ts' },
  },
  commands: {
    saveRecall: ['recalls.run'],
    publishRecall: ['recalls.run'],
    closeRecall: ['recalls.run'],
    reopenRecall: ['recalls.run'],
    withdrawRecall: ['recalls.run'],
    remindOwners: ['recalls.run'],
    handleUnit: ['recalls.handle'],
    answerRecall: 'step',
    takeToNote: 'step',
    tellNext: 'step',
    followMails: 'step',
    renewUnits: 'step',
  },
  flows: {
    handleRecalledUnit: ['recalls.handle'],
    takeRecallBack: ['recalls.run'],
    exportRecall: ['recalls.read'],
    answerByLink: { members: 'whoever has the link of a mail; recalls.test.ts' },
    checkSerial: { members: 'says whether a recall means a serial, and nothing else; recalls.test.ts' },
  },
  sample: {
    ...{ recallId: anyId, version: 1, sure: true, reason: 'Because', recallUnitId: anyId, to: 'REFUSED' },
    ...{ shown: 0, title: 'Hot', titleZh: '热', remedies: ['REPAIR'], scope: 'GOODS', productId: anyId, sku: '' },
    ...{ cause: 'Cause', causeZh: '原因', danger: 'Fire', dangerZh: '起火', task: 'Stop', taskZh: '停用' },
  },
  pages: {
    '(account)/recall/[key]': 'reads the devices of one link',
    'staff/recalls': [{}, { search: { view: 'over' } }],
    'staff/recalls/new': [{}],
    'staff/recalls/[id]': [{ params: { id: 'crowd:recall' } }],
    'staff/recalls/[id]/edit': [{ params: { id: 'crowd:recall' } }],
  },
  data: { recallsPage: [[]], recallPage: [['crowd-1']] },
};
