import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    reportPostAction: 'confirmed',
    resolveReportsAction: ['moderation.decide'],
    saveReasonAction: ['moderation.setReasons'],
    arrangeReasonAction: ['moderation.setReasons'],
  },
  commands: {
    settleReports: ['moderation.decide'],
    reportPost: 'members',
    saveReason: ['moderation.setReasons'],
    arrangeReason: ['moderation.setReasons'],
  },
  flows: { reportPost: 'members', resolveReports: ['moderation.decide'] },
  sample: {
    post: anyId,
    reason: 'Because',
    outcome: 'HIDDEN',
    shown: 0,
    id: 'SPAM',
    move: 'down',
    label: 'Spam',
    labelZh: '广告',
    hint: '',
    hintZh: '',
  },
  pages: {
    'staff/settings/reasons': [{}],
    'staff/audit': [{}, { search: { act: 'member.warn' } }],
    'staff/reports': [
      {},
      { search: { state: 'DECIDED', sort: 'changed' } },
      { search: { author: 'crowd1', reason: 'SPAM' } },
      { search: { show: 'hidden' } },
    ],
  },
};
