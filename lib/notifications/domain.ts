import type { Domain } from '@/lib/core/domain';

import { notificationsPermissions } from './permissions';

export const notificationsDomain = {
  name: 'notifications',
  permissions: notificationsPermissions,
  // Whoever words what customers are mailed could lead them anywhere.
  sensitive: ['notifications.editTexts'],
  memberSegments: ['mailbox', 'notifications'],
} as const satisfies Domain;
