import type { Domain } from '@/lib/core/domain';

import { feedbackPermissions } from './permissions';

export const feedbackDomain = {
  name: 'feedback',
  permissions: feedbackPermissions,
  areas: [
    { name: 'ideas', segments: ['ideas'], api: ['ideas'] },
    { name: 'roadmap', segments: ['roadmap'] },
    { name: 'releases', segments: ['releases'] },
  ],
  staffSections: [
    { name: 'triage', permission: 'feedback.triage', area: 'listen', search: true },
    { name: 'releases', permission: 'feedback.release', area: 'listen', starts: 'new' },
  ],
} as const satisfies Domain;
