import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { markReadAction: 'members' },
  endpoints: { 'POST /api/notifications/:id/read': 'members' },
  commands: { mail: 'step', markRead: 'step', notify: 'step' },
  pages: {
    '(account)/notifications': [{}],
    '(account)/mailbox': [{}],
    '(account)/mailbox/[id]': [{ params: { id: 'crowd:mail' } }],
  },
};
