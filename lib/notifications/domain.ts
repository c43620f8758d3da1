import type { Domain } from '@/lib/core/domain';

export const notificationsDomain = {
  name: 'notifications',
  memberSegments: ['mailbox', 'notifications'],
} as const satisfies Domain;
