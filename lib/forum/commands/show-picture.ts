import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { pictureSpellings } from '@/lib/core/remote-pictures';

import { touchThread } from './writer';

/** Puts our copy of a picture in the place of its old address, in posts that still show it. */
export async function showPictureInPosts(
  ctx: Ctx,
  { postIds, url, path }: { postIds: string[]; url: string; path: string },
): Promise<void> {
  allow(may(ctx.actor, 'forum.import'));
  if (postIds.length === 0) return;
  const {
    html,
    markdown: [plain, angled, titled, both],
  } = pictureSpellings(url, path);
  const rows = await ctx.db.$queryRaw<{ threadId: string }[]>`
    UPDATE "Post" SET "html" = replace("html", ${html[0]}::text, ${html[1]}::text),
      "markdown" = replace(replace(replace(replace("markdown", ${plain![0]}::text, ${plain![1]}::text), ${angled![0]}::text, ${angled![1]}::text),
        ${titled![0]}::text, ${titled![1]}::text), ${both![0]}::text, ${both![1]}::text)
    WHERE "id" = ANY(${postIds}::uuid[]) RETURNING "threadId"`;
  const threads = await ctx.db.thread.findMany({
    where: { id: { in: [...new Set(rows.map(({ threadId }) => threadId))] } },
    select: { number: true, board: { select: { slug: true } } },
  });
  for (const thread of threads) touchThread(ctx, thread);
}
