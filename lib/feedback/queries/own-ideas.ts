import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { ofNumber } from '@/lib/forum/published';

/** The reader's votes on open ideas, with the count as it is now. */
export type OwnIdeasPart = { voted: Record<string, number> };

const mostVotes = 500;

/** One statement; of one thread's idea when its number is given. */
export async function getOwnIdeasPart(
  { db, actor }: Reading,
  { threadNumber }: { threadNumber?: number } = {},
): Promise<OwnIdeasPart | null> {
  if (!isMember(actor)) return null;
  const votes = await db.ideaVote.findMany({
    where: {
      memberId: actor.id,
      idea: threadNumber === undefined ? { stage: { not: 'MERGED' } } : { thread: ofNumber(threadNumber) },
    },
    orderBy: { at: 'desc' },
    take: mostVotes,
    select: { ideaId: true, idea: { select: { voteCount: true } } },
  });
  return { voted: Object.fromEntries(votes.map(({ ideaId, idea }) => [ideaId, idea.voteCount])) };
}
