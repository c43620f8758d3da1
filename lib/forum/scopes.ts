import type { Prisma } from '@/lib/core/prisma-client/client';

/** Posts that are not hidden. */
export const shownPost = { hiding: null } as const satisfies Prisma.PostWhereInput;

/** Threads whose opening post is not hidden: a thread is gone with it. */
export const openingStands = {
  posts: { some: { number: 1, hiding: null } },
} as const satisfies Prisma.ThreadWhereInput;
