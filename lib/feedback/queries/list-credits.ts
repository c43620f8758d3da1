import type { Reading } from '@/lib/core/context';
import { isPublicBoard, threadOnBoard } from '@/lib/forum/published';

import { publishedRelease } from '../scopes';

const mostCredits = 12;

/** The published releases that name a member for an idea, the newest first; an idea that not everyone may read goes unnamed. */
export async function listCredits({ db }: Pick<Reading, 'db'>, { memberId }: { memberId: string }) {
  const rows = await db.releaseCredit.findMany({
    where: { memberId, release: publishedRelease },
    orderBy: { release: { publishedAt: 'desc' } },
    take: mostCredits,
    select: {
      reason: true,
      release: { select: { slug: true, title: true, titleZh: true, publishedAt: true } },
      idea: { select: { id: true, thread: { select: threadOnBoard } } },
    },
  });
  return rows.map(({ reason, release, idea }) => ({
    key: `${release.slug}:${idea.id}`,
    reason,
    release,
    idea: isPublicBoard(idea.thread.board)
      ? { title: idea.thread.title, number: idea.thread.number, slug: idea.thread.slug }
      : null,
  }));
}
