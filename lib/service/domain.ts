import type { Domain } from '@/lib/core/domain';

import { servicePermissions } from './permissions';

export const serviceDomain = {
  name: 'service',
  permissions: servicePermissions,
  staffSections: [{ name: 'service', permission: 'service.edit', area: 'sell' }],
} as const satisfies Domain;
