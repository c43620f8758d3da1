import type { Domain } from '@/lib/core/domain';

export const newsDomain = { name: 'news' } as const satisfies Domain;
