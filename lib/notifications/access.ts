import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    markReadAction: 'members',
    checkSenderAction: ['brand.manage'],
    saveStaffNoticesAction: 'staff',
    saveStaffWebhookAction: 'staff',
    removeStaffWebhookAction: 'staff',
    wordMailAction: ['notifications.editTexts'],
    putBackMailAction: ['notifications.editTexts'],
    sendMailTextAction: ['notifications.editTexts'],
  },
  endpoints: { 'POST /api/notifications/:id/read': 'members' },
  commands: {
    awaitArea: 'step',
    resumeWaiting: 'step',
    mail: 'step',
    markRead: 'step',
    notify: 'step',
    saveStaffNotices: 'staff',
    saveStaffWebhook: 'staff',
    removeStaffWebhook: 'staff',
    saveMailText: ['notifications.editTexts'],
    putBackMailText: ['notifications.editTexts'],
  },
  flows: {
    checkSender: ['brand.manage'],
    wordMail: ['notifications.editTexts'],
    putBackMail: ['notifications.editTexts'],
    sendMailText: ['notifications.editTexts'],
  },
  sample: {
    ...{ address: 'https://chat.example/hook', choices: {}, kind: 'order.shipped', language: 'en', shown: 0 },
    ...{ act: 'save', subject: 'On its way', heading: 'On its way', body: 'Soon there', button: '' },
    words: { subject: 'On its way', heading: 'On its way', body: 'Soon there' },
  },
  pages: {
    'staff/notices': [{}],
    'staff/settings/mail': [{}],
    'staff/settings/texts': [{}],
    'staff/settings/texts/[kind]': [{ params: { kind: 'order-shipped' } }],
    '(account)/notifications': [{}],
    '(account)/mailbox': [{}],
    '(account)/mailbox/[id]': [{ params: { id: 'crowd:mail' } }],
  },
};
