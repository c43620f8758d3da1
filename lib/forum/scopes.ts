/** Conditions of the forum's rows that several of its statements ask, each said once. */
import { Prisma } from '@/lib/core/prisma-client/client';

/** Boards that everyone may read. */
export const publicBoard = { visibility: 'PUBLIC' } as const satisfies Prisma.BoardWhereInput;

/** Boards on which something may still be written. */
export const liveBoard = { archive: null } as const satisfies Prisma.BoardWhereInput;

/** The same of a row b of "Board" in SQL. */
export const isPublicBoard = Prisma.sql`b."visibility" = 'PUBLIC'`;

/** What to read of a board to know who may read and write there. */
export const ruledBoard = {
  productId: true,
  archive: { select: { at: true, reason: true } },
  rules: { select: { verb: true, who: true, trust: true, roleKey: true } },
} as const satisfies Prisma.BoardSelect;

/** Boards that somebody is kept out of. */
export const innerBoard = { NOT: publicBoard } as const satisfies Prisma.BoardWhereInput;

/** Threads whose opening post is not hidden: a thread is gone with it. The trigger settle_hiding keeps the mark. */
export const shownThread = { shown: true } as const satisfies Prisma.ThreadWhereInput;

/** Threads that everyone may read. */
export const publicThread = { board: publicBoard, ...shownThread } as const satisfies Prisma.ThreadWhereInput;

/** Posts that are not hidden; their thread may be. */
export const shownPost = { hiding: null } as const satisfies Prisma.PostWhereInput;

/** The same of a row p of "Post" in SQL. */
export const isShownPost = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id")`;
