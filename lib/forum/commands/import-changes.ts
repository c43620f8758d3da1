import { z } from 'zod';

import type { Ctx } from '@/lib/core/context';
import { notePictures } from '@/lib/core/remote-pictures';

import { nameMembers } from './add-post';
import type { PostBrought, PostHere, ThreadHere } from './import-shapes';
import { touchThread } from './writer';

const facts = z.object({
  digest: z.string().nullable(),
  votes: z.number(),
  hidden: z.boolean(),
  number: z.number().optional(),
});
type Facts = z.output<typeof facts>;

const hiddenThere = 'Hidden in the forum it was imported from';

/** Brings posts up to date with what changed there since the last import; words that were edited here stay. Returns how many changed. */
export async function updatePosts(
  ctx: Ctx,
  thread: ThreadHere,
  pairs: { row: PostHere; post: PostBrought }[],
): Promise<number> {
  await noteNumbers(ctx, pairs);
  const changes = pairs.flatMap(({ row, post }) => {
    const was = factsOf(row.imported, post);
    return was.digest === post.digest && was.votes === post.votes && was.hidden === post.hidden
      ? []
      : [{ row, post, was }];
  });
  if (changes.length === 0) return 0;
  const edited = await editedHere(
    ctx,
    changes.map(({ row }) => row.id),
  );
  for (const { row, post, was } of changes) await updatePost(ctx, thread, row.id, post, was, edited.has(row.id));
  touchThread(ctx, thread);
  return changes.length;
}

// What an older import brought does not know its number there. It is nothing that anybody reads, so it counts as no change.
async function noteNumbers({ db }: Ctx, pairs: { row: PostHere; post: PostBrought }[]): Promise<void> {
  const unknown = pairs.flatMap(({ row: { id, imported }, post: { number } }) => {
    const was = facts.safeParse(imported).data;
    return number !== undefined && was && was.number !== number ? [{ id, number }] : [];
  });
  if (unknown.length === 0) return;
  await db.$executeRaw`
    UPDATE "Post" p SET "imported" = p."imported" || jsonb_build_object('number', known.number)
    FROM unnest(${unknown.map(({ id }) => id)}::uuid[], ${unknown.map(({ number }) => number)}::int[]) AS known(id, number)
    WHERE p."id" = known.id`;
}

// Of a post that an older import brought only the rest is known; its words were brought in an older form.
function factsOf(imported: unknown, { votes, hidden }: PostBrought): Facts {
  return facts.safeParse(imported).data ?? { digest: null, votes, hidden };
}

/** Posts whose words somebody changed here: they have former words. Their rows are locked, so that nobody edits them meanwhile. */
async function editedHere(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  await ctx.db.$queryRaw`SELECT 1 FROM "Post" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const rows = await ctx.db.postRevision.findMany({
    where: { postId: { in: ids } },
    distinct: ['postId'],
    select: { postId: true },
  });
  return new Set(rows.map(({ postId }) => postId));
}

async function updatePost(
  ctx: Ctx,
  thread: ThreadHere,
  id: string,
  post: PostBrought,
  was: Facts,
  edited: boolean,
): Promise<void> {
  const {
    digest,
    votes,
    hidden,
    content: { mentioned, ...words },
    editedAt,
    pictureIds,
    number = was.number,
  } = post;
  const rewritten = digest !== was.digest && !edited;
  await ctx.db.post.update({
    where: { id },
    data: {
      imported: { digest, votes, hidden, number },
      voteCount: { increment: votes - was.votes },
      ...(rewritten && { ...words, editedAt }),
    },
    select: { id: true },
  });
  if (rewritten) {
    await nameMembers({ ...ctx, now: post.at }, id, mentioned);
    await notePictures(
      ctx,
      pictureIds.map((pictureId) => ({ pictureId, postId: id })),
    );
  }
  if (hidden && !was.hidden) await hideImported(ctx, thread.id, [id]);
  if (!hidden && was.hidden) await ctx.db.hiding.deleteMany({ where: { postId: id, byId: null, reason: hiddenThere } });
}

/** Hides posts as they were hidden or deleted there; such a post answers nothing any more. */
export async function hideImported(ctx: Ctx, threadId: string, postIds: string[]): Promise<void> {
  await ctx.db.hiding.createMany({
    data: postIds.map((postId) => ({ postId, reason: hiddenThere, at: ctx.now })),
    skipDuplicates: true,
  });
  await ctx.db.threadState.deleteMany({ where: { threadId, postId: { in: postIds }, kind: 'ACCEPTED_ANSWER' } });
}

/** Hides the posts of a thread that were deleted there since; what staff have restored here stays. Returns how many. */
export async function hideDeleted(
  ctx: Ctx,
  thread: ThreadHere,
  source: string,
  { standing, deleted }: { standing: string[] | null; deleted: string[] },
): Promise<number> {
  if (!standing && deleted.length === 0) return 0;
  const rows = await ctx.db.post.findMany({
    where: { threadId: thread.id, source, sourceId: standing ? { not: null } : { in: deleted } },
    select: { id: true, sourceId: true, imported: true },
  });
  const stands = new Set(standing);
  const gone = rows.flatMap(({ id, sourceId, imported }) => {
    const was = facts.safeParse(imported).data ?? { digest: null, votes: 0, hidden: false };
    const deletedThere = deleted.includes(sourceId ?? '') || (standing !== null && !stands.has(sourceId ?? ''));
    return deletedThere && !was.hidden ? [{ id, was }] : [];
  });
  if (gone.length === 0) return 0;
  for (const { id, was } of gone)
    await ctx.db.post.update({ where: { id }, data: { imported: { ...was, hidden: true } }, select: { id: true } });
  await hideImported(
    ctx,
    thread.id,
    gone.map(({ id }) => id),
  );
  touchThread(ctx, thread);
  return gone.length;
}
