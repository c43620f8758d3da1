import type { Prisma } from '@/lib/core/prisma-client/client';

/** For queries: lines of returns whose pieces did not go back to their buyer. */
export const notSentBack = {
  OR: [{ outcome: null }, { outcome: { not: 'SEND_BACK' } }],
} as const satisfies Prisma.ReturnLineWhereInput;
