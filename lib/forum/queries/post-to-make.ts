import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { ideaId, ideaLink } from '@/lib/feedback/published';
import { memberName } from '@/lib/members/published';

import { shownPost } from '../scopes';

/** A post that staff point at, by its id or its address, with what making an idea of it needs. */
export async function findPostToMake({ db }: Reading, { pointer }: { pointer: string }) {
  const where = placeOf(pointer.trim());
  if (!where) return null;
  return db.post.findFirst({
    where: { ...where, ...shownPost },
    select: {
      id: true,
      number: true,
      html: true,
      excerpt: true,
      createdAt: true,
      author: { select: memberName },
      ideas: { select: ideaLink, take: 1 },
      thread: {
        select: {
          number: true,
          slug: true,
          title: true,
          board: { select: { productId: true, visibility: true } },
          idea: { select: ideaId },
        },
      },
    },
  });
}

// `/en/t/12/title`, with `#post-3` behind it or `/from/3` in it; the whole address or its end.
function placeOf(pointer: string) {
  if (isUuid(pointer)) return { id: pointer };
  const thread = pointer.match(/\/t\/(\d{1,9})(?=\/|$|#)/)?.[1];
  const number = pointer.match(/#post-(\d{1,9})$/)?.[1] ?? '1';
  return thread ? { number: Number(number), thread: { number: Number(thread) } } : null;
}
