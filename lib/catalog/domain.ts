import type { Domain } from '@/lib/core/domain';

export const catalogDomain = { name: 'catalog' } as const satisfies Domain;
