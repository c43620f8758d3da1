/** What other domains may read of ideas along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
import { threadLink, threadOnBoard, threadTitle } from '@/lib/forum/published';

/** How many members voted for an idea. */
export const ideaVotes = { voteCount: true } as const satisfies Prisma.IdeaSelect;

/** That a thread is an idea, and which. */
export const ideaId = { id: true } as const satisfies Prisma.IdeaSelect;

/** An idea with its title. */
export const titledIdea = { id: true, thread: { select: threadTitle } } as const satisfies Prisma.IdeaSelect;

/** The thread of an idea, as a notice needs it. */
export const ideaThread = { thread: { select: threadOnBoard } } as const satisfies Prisma.IdeaSelect;

/** Which idea it is, and what leads to its thread. */
export const ideaLink = { id: true, thread: { select: threadLink } } as const satisfies Prisma.IdeaSelect;

/** A release by its version and its address. */
export const releaseVersion = { version: true, slug: true } as const satisfies Prisma.ReleaseSelect;
