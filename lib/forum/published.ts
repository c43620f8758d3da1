/** What other domains may read of threads and posts along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
import { memberName } from '@/lib/members/published';

/** What leads to a thread. */
export const threadLink = { number: true, slug: true } as const satisfies Prisma.ThreadSelect;

/** A thread's title alone. */
export const threadTitle = { title: true } as const satisfies Prisma.ThreadSelect;

/** A thread's title and number. */
export const numberedThread = { title: true, number: true } as const satisfies Prisma.ThreadSelect;

/** A thread's title, and the language it is in. */
export const spokenTitle = { title: true, lang: true } as const satisfies Prisma.ThreadSelect;

/** What leads to a thread, with its title and the language it is in. */
export const titledThread = { ...threadLink, ...spokenTitle } as const satisfies Prisma.ThreadSelect;

/** The same with its id, and whether its board is open to everyone. */
export const threadOnBoard = {
  id: true,
  ...titledThread,
  board: { select: { visibility: true } },
} as const satisfies Prisma.ThreadSelect;

/** Whether everyone may read a board, by its visibility. */
export const isPublicBoard = ({ visibility }: { visibility: string }): boolean => visibility === 'PUBLIC';

/** The thread of this number. */
export const ofNumber = (number: number) => ({ number }) satisfies Prisma.ThreadWhereInput;

/** The same with its author, for notices. */
export const noticedThread = { ...threadOnBoard, authorId: true } as const satisfies Prisma.ThreadSelect;

/** A thread with what its opening post says, hidden or not, and whose it is. */
export const readThread = {
  ...titledThread,
  author: { select: memberName },
  board: { select: { visibility: true } },
  posts: { where: { number: 1 }, take: 1, select: { excerpt: true, html: true, hiding: { select: { at: true } } } },
} as const satisfies Prisma.ThreadSelect;

/** Where a post stands. */
export const postPlace = { number: true, threadId: true } as const satisfies Prisma.PostSelect;
