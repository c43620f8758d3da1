import type { Domain } from '@/lib/core/domain';

export const forumDomain = { name: 'forum', memberSegments: ['inner', 'new'] } as const satisfies Domain;
