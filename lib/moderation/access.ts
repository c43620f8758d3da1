import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: { reportPostAction: 'confirmed', resolveReportsAction: ['moderation.decide'] },
  commands: { settleReports: ['moderation.decide'], reportPost: 'members' },
  flows: { reportPost: 'members', resolveReports: ['moderation.decide'] },
  sample: { post: anyId, reason: 'Because', outcome: 'HIDDEN' },
  pages: {
    'staff/audit': [{}, { search: { act: 'member.warn' } }],
    'staff/reports': [
      {},
      { search: { state: 'DECIDED', sort: 'changed' } },
      { search: { author: 'crowd1', reason: 'SPAM' } },
      { search: { show: 'hidden' } },
    ],
  },
};
