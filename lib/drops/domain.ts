import type { Domain } from '@/lib/core/domain';

export const dropsDomain = {
  name: 'drops',
  staffSections: [{ name: 'drops', roles: ['OPERATIONS'] }],
} as const satisfies Domain;
