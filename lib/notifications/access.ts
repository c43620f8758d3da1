import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    markReadAction: 'members',
    checkSenderAction: ['brand.manage'],
    saveStaffNoticesAction: 'staff',
    saveStaffWebhookAction: 'staff',
    removeStaffWebhookAction: 'staff',
  },
  endpoints: { 'POST /api/notifications/:id/read': 'members' },
  commands: {
    mail: 'step',
    markRead: 'step',
    notify: 'step',
    saveStaffNotices: 'staff',
    saveStaffWebhook: 'staff',
    removeStaffWebhook: 'staff',
  },
  flows: { checkSender: ['brand.manage'] },
  sample: { address: 'https://chat.example/hook', choices: {} },
  pages: {
    'staff/notices': [{}],
    'staff/settings/mail': [{}],
    '(account)/notifications': [{}],
    '(account)/mailbox': [{}],
    '(account)/mailbox/[id]': [{ params: { id: 'crowd:mail' } }],
  },
};
