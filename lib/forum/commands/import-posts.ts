import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import { askForPictures, notePictures, withFetched } from '@/lib/core/remote-pictures';
import { imagesOf } from '@/lib/core/sanitize';

import { addPost } from './add-post';
import { addThread } from './add-thread';
import { lockImport } from './import-board';
import { hideImported, updatePosts } from './import-changes';
import type { PostBrought, PostHere, PostImport, ThreadHere, ThreadImport } from './import-shapes';
import { updateThread } from './import-thread';
import { touchThread } from './writer';

type Answered = { id: string; number: number; depth: number; branch: number };

/**
 * Brings posts of another forum's thread, and the thread with its opening post when it is not here yet. What is here already
 * follows what changed there since the last import; what was changed here stays. No notices are sent, since all of it is old.
 */
export async function importPosts(
  ctx: Ctx,
  input: ThreadImport,
): Promise<{ number: number; added: number; changed: number }> {
  allow(may(ctx.actor, 'forum.import'));
  await lockImport(ctx, input.source);
  const posts = await withPictures(ctx, input.posts);
  const known = await findThread(ctx, input);
  const thread = known ?? (await begin(ctx, input, posts));
  const here = await postsHere(ctx, thread, input);
  const fresh = posts.filter(({ sourceId }) => !here.has(sourceId));
  const changed = await updatePosts(
    ctx,
    thread,
    posts.flatMap((post) => {
      const row = here.get(post.sourceId);
      return row && row.sourceId === post.sourceId ? [{ row, post }] : [];
    }),
  );
  for (const post of fresh) {
    thread.postCount += 1;
    here.set(post.sourceId, await bring(ctx, thread, input, post, here));
  }
  if (fresh.length > 0) await settle(ctx, thread, fresh);
  const whole = input.last ? await updateThread(ctx, thread, input) : 0;
  return { number: thread.number, added: fresh.length + (known ? 0 : 1), changed: changed + whole };
}

async function withPictures(ctx: Ctx, posts: PostImport[]): Promise<PostBrought[]> {
  const shown = posts.map(({ content }) => imagesOf(content.html));
  const pictures = await askForPictures(ctx, shown.flat());
  return posts.map((post, at) => ({
    ...post,
    digest: sha256(`${post.content.html}\u0000${post.content.markdown}`),
    content: withFetched(post.content, pictures, shown[at] ?? []),
    pictureIds: (shown[at] ?? []).flatMap((url) => pictures.get(url)?.id ?? []),
  }));
}

async function findThread(ctx: Ctx, { source, sourceId, opening, posts }: ThreadImport): Promise<ThreadHere | null> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Thread" WHERE "source" = ${source} AND "sourceId" = ${sourceId} FOR UPDATE`;
  if (!rows[0]) return null;
  const { posts: first, ...thread } = await ctx.db.thread.findUniqueOrThrow({
    where: { id: rows[0].id },
    select: {
      id: true,
      number: true,
      postCount: true,
      board: { select: { slug: true } },
      posts: { where: { number: 1 }, select: { sourceId: true, createdAt: true } },
    },
  });
  const begun = posts.find((post) => post.sourceId === opening)?.at.getTime();
  const same = first[0]?.sourceId === opening && (begun === undefined || begun === first[0].createdAt.getTime());
  if (!same)
    throw new Refused('another-thread', `thread ${sourceId} is another one here: it seems to come from another forum`);
  return thread;
}

async function begin(ctx: Ctx, input: ThreadImport, posts: PostBrought[]): Promise<ThreadHere> {
  const { source, sourceId, board, answer, title, opening: first, pinned, closed } = input;
  const opening = found(
    posts.find((post) => post.sourceId === first),
    'the opening post',
  );
  const { id, number, postId } = await addThread(
    { ...ctx, now: opening.at },
    {
      board,
      author: opening.author,
      kind: answer ? 'QUESTION' : 'DISCUSSION',
      title,
      content: opening.content,
      from: {
        thread: { source, sourceId, imported: { title, pinned, closed, answer: null, board: board.sourceId } },
        post: originOf(source, opening),
      },
    },
  );
  await notePictures(
    ctx,
    opening.pictureIds.map((pictureId) => ({ pictureId, postId })),
  );
  const state = { threadId: id, reason: '', at: ctx.now };
  if (pinned) await ctx.db.threadState.create({ data: { ...state, kind: 'PINNED' } });
  if (closed) await ctx.db.threadState.create({ data: { ...state, kind: 'CLOSED' } });
  if (opening.hidden) await hideImported(ctx, id, [postId]);
  return { id, number, postCount: 1, board };
}

function originOf(source: string, { sourceId, votes, hidden, digest, editedAt, number }: PostBrought) {
  return { source, sourceId, voteCount: votes, editedAt, imported: { digest, votes, hidden, number } };
}

async function postsHere(
  ctx: Ctx,
  thread: ThreadHere,
  { source, opening, posts }: ThreadImport,
): Promise<Map<string, PostHere>> {
  const ids = new Set(posts.flatMap(({ sourceId, answers }) => [sourceId, answers ?? opening]));
  const rows = await ctx.db.post.findMany({
    where: { source, sourceId: { in: [...ids] } },
    select: { id: true, sourceId: true, threadId: true, number: true, depth: true, branch: true, imported: true },
  });
  const first = rows.find(({ sourceId }) => sourceId === opening);
  // A post that moved to another thread since is answered here as if the opening post had been.
  return new Map(rows.map((row) => [row.sourceId ?? '', row.threadId === thread.id ? row : found(first)]));
}

async function bring(
  ctx: Ctx,
  thread: ThreadHere,
  { source, opening }: ThreadImport,
  post: PostBrought,
  here: Map<string, Answered>,
): Promise<PostHere> {
  const number = thread.postCount;
  const answers = found(here.get(post.answers ?? opening) ?? here.get(opening), 'the opening post');
  const from = originOf(source, post);
  const { id } = await addPost(
    { ...ctx, now: post.at },
    { threadId: thread.id, number, authorId: post.author.id, content: post.content, answers, from },
  );
  await notePictures(
    ctx,
    post.pictureIds.map((pictureId) => ({ pictureId, postId: id })),
  );
  if (post.hidden) await hideImported(ctx, thread.id, [id]);
  ctx.touch(`member:${post.author.handle}`);
  return {
    id,
    sourceId: post.sourceId,
    number,
    depth: Math.min(answers.depth + 1, 2),
    branch: answers.branch || number,
    imported: from.imported,
  };
}

async function settle(ctx: Ctx, thread: ThreadHere, fresh: PostBrought[]): Promise<void> {
  const last = new Date(Math.max(0, ...fresh.filter(({ hidden }) => !hidden).map(({ at }) => at.getTime())));
  await ctx.db.$executeRaw`
    UPDATE "Thread" SET "postCount" = ${thread.postCount}, "lastPostAt" = GREATEST("lastPostAt", ${last}) WHERE "id" = ${thread.id}::uuid`;
  touchThread(ctx, thread);
}
