import type { Domain } from '@/lib/core/domain';

export const searchDomain = { name: 'search', memberSegments: ['search'] } as const satisfies Domain;
