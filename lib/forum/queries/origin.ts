import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { ideaId, ideaLink } from '@/lib/feedback/published';
import { memberLink } from '@/lib/members/published';

import { shownPost } from '../scopes';

const boardFields = { id: true, slug: true, visibility: true } as const;

/** A visible post with its thread and the ideas made of it, its row locked until the commit so that two staff never make two. */
export async function lockOrigin({ db }: Pick<Ctx, 'db'>, postId: string) {
  await db.$queryRaw`SELECT 1 FROM "Post" WHERE "id" = ${postId}::uuid FOR NO KEY UPDATE`;
  return found(
    await db.post.findFirst({
      where: { id: postId, ...shownPost },
      select: {
        id: true,
        number: true,
        html: true,
        author: { select: memberLink },
        ideas: { select: ideaLink, take: 1 },
        thread: {
          select: {
            id: true,
            number: true,
            slug: true,
            title: true,
            lang: true,
            postCount: true,
            board: { select: boardFields },
            idea: { select: ideaId },
          },
        },
      },
    }),
    'post',
  );
}

export type Origin = Awaited<ReturnType<typeof lockOrigin>>;
