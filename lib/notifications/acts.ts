import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const notificationActs = declareActs({
  'mailText.save': ['mailText', { kind: 'text', language: 'text', version: 'count' }],
  'mailText.putBack': ['mailText', { kind: 'text', language: 'text', version: 'count' }],
  'noticeText.save': ['settingsVersion', { version: 'count' }],
  'noticeText.putBack': ['settingsVersion', { version: 'count' }],
});
