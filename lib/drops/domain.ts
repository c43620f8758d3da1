import type { Domain } from '@/lib/core/domain';

import { dropsPermissions } from './permissions';

export const dropsDomain = {
  name: 'drops',
  permissions: dropsPermissions,
  areas: [{ name: 'drops', segments: ['drops'], api: ['drops'] }],
  staffSections: [{ name: 'drops', permission: 'drops.run', area: 'sell', starts: 'new' }],
  sensitive: ['drops.run'],
} as const satisfies Domain;
