import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { markReadAction: 'members', checkSenderAction: ['brand.manage'] },
  endpoints: { 'POST /api/notifications/:id/read': 'members' },
  commands: { mail: 'step', markRead: 'step', notify: 'step' },
  flows: { checkSender: ['brand.manage'] },
  pages: {
    'staff/settings/mail': [{}],
    '(account)/notifications': [{}],
    '(account)/mailbox': [{}],
    '(account)/mailbox/[id]': [{ params: { id: 'crowd:mail' } }],
  },
};
