import type { Domain } from '@/lib/core/domain';

import { reviewsPermissions } from './permissions';

export const reviewsDomain = {
  name: 'reviews',
  permissions: reviewsPermissions,
  memberSegments: ['reviews'],
  staffSections: [{ name: 'reviews', permission: 'reviews.read', area: 'listen', search: true }],
} as const satisfies Domain;
