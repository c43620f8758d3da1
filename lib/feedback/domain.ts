import type { Domain } from '@/lib/core/domain';

export const feedbackDomain = {
  name: 'feedback',
  staffSections: [
    { name: 'triage', roles: ['PRODUCT_OWNER'] },
    { name: 'releases', roles: ['PRODUCT_OWNER'] },
  ],
} as const satisfies Domain;
