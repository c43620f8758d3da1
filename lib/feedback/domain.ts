import type { Domain } from '@/lib/core/domain';

import { feedbackPermissions } from './permissions';

export const feedbackDomain = {
  name: 'feedback',
  permissions: feedbackPermissions,
  staffSections: [
    { name: 'triage', permission: 'feedback.triage' },
    { name: 'releases', permission: 'feedback.release' },
  ],
} as const satisfies Domain;
