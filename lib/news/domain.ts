import type { Domain } from '@/lib/core/domain';

import { newsPermissions } from './permissions';

export const newsDomain = {
  name: 'news',
  permissions: newsPermissions,
  sensitive: ['news.export'],
} as const satisfies Domain;
