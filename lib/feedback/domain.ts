import type { Domain } from '@/lib/core/domain';

import { feedbackPermissions } from './permissions';

export const feedbackDomain = {
  name: 'feedback',
  permissions: feedbackPermissions,
  staffSections: [
    { name: 'triage', permission: 'feedback.triage', area: 'listen', search: true },
    { name: 'releases', permission: 'feedback.release', area: 'listen', starts: 'new' },
  ],
} as const satisfies Domain;
