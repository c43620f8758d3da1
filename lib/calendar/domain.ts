import type { Domain } from '@/lib/core/domain';

import { calendarPermissions } from './permissions';

export const calendarDomain = { name: 'calendar', permissions: calendarPermissions } as const satisfies Domain;
