import type { Domain } from '@/lib/core/domain';

export const ownershipDomain = { name: 'ownership', memberSegments: ['owned'] } as const satisfies Domain;
