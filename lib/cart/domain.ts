import type { Domain } from '@/lib/core/domain';

export const cartDomain = { name: 'cart', memberSegments: ['cart'] } as const satisfies Domain;
