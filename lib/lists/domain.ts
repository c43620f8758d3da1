import type { Domain } from '@/lib/core/domain';

export const listsDomain = { name: 'lists' } as const satisfies Domain;
