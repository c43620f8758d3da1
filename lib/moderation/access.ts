import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    reportPostAction: 'confirmed',
    resolveReportsAction: ['MODERATOR'],
    hidePostAction: ['MODERATOR'],
    restorePostAction: ['MODERATOR'],
  },
  commands: {
    hidePost: ['MODERATOR'],
    restorePost: ['MODERATOR'],
    settleReports: ['MODERATOR'],
    reportPost: 'members',
  },
  flows: { reportPost: 'members', resolveReports: ['MODERATOR'] },
  sample: { post: anyId, reason: 'Because', outcome: 'HIDDEN' },
  pages: { 'staff/audit': [{}, { search: { act: 'member.warn' } }], 'staff/reports': [{}] },
};
