import type { Reading } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { memberName, plainName } from '@/lib/members/published';

import { canHide } from '../policy';
import { titledThread } from '../published';

/** A post that staff have out of sight, for restoring. */
export type HiddenPost = {
  id: string;
  number: number;
  excerpt: string;
  by: string | null;
  reason: string;
  at: Date;
  author: { handle: string | null; name: string; avatar: string | null };
  thread: { number: number; slug: string; title: string; lang: string };
};

/** What staff hid, newest first, with where the list goes on; what authors took back themselves is not theirs to restore. */
export async function listHiddenPosts(
  { db, actor }: Reading,
  { take = 20, after }: { take?: number; after?: { at: Date; id: string } } = {},
): Promise<{ posts: HiddenPost[]; last: { at: Date; id: string } | null }> {
  allow(canHide(actor), 'not-found');
  const rows = await db.hiding.findMany({
    where: {
      reason: { not: '' },
      ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, postId: { lt: after.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { postId: 'desc' }],
    take: take + 1,
    select: {
      reason: true,
      at: true,
      by: { select: plainName },
      post: {
        select: {
          id: true,
          number: true,
          excerpt: true,
          author: { select: memberName },
          thread: { select: titledThread },
        },
      },
    },
  });
  const posts = rows.slice(0, take).map(({ post, by, ...hiding }) => ({ ...post, ...hiding, by: by?.name ?? null }));
  const end = posts.at(-1);
  return { posts, last: rows.length > take && end ? { at: end.at, id: end.id } : null };
}
