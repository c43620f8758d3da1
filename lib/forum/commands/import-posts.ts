import { hasRole } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import type { Content } from '../content';
import { addPost } from './add-post';
import { addThread } from './add-thread';
import { takeTurns } from './import-board';
import { touchThread } from './writer';

export type PostImport = {
  sourceId: string;
  author: { id: string; handle: string };
  content: Content;
  /** The source's id of the post that is answered; null for the thread itself. */
  answers: string | null;
  at: Date;
  editedAt: Date | null;
  votes: number;
  hidden: boolean;
  accepted: boolean;
};

export type ThreadImport = {
  source: string;
  sourceId: string;
  board: { id: string; slug: string };
  title: string;
  question: boolean;
  pinned: boolean;
  closed: boolean;
  /** The source's id of the opening post. */
  opening: string;
  /** In their order, the opening post first; a long thread's later posts may come in later calls. */
  posts: PostImport[];
};

type Thread = { id: string; number: number; postCount: number; board: { slug: string } };
type Answered = { id: string; number: number; depth: number; branch: number };

/**
 * Brings posts of another forum's thread, and the thread with its opening post when it is not here yet. What is here
 * already stays as it is, whatever was done to it since. Nobody is told: it all happened long ago.
 */
export async function importPosts(ctx: Ctx, input: ThreadImport): Promise<{ number: number; added: number }> {
  allow(hasRole(ctx.actor, 'ADMIN'));
  await takeTurns(ctx, input.source);
  const known = await findThread(ctx, input);
  const thread = known ?? (await begin(ctx, input));
  const here = await postsHere(ctx, thread, input);
  const fresh = input.posts.filter(({ sourceId }) => !here.has(sourceId));
  for (const post of fresh) {
    thread.postCount += 1;
    here.set(post.sourceId, await bring(ctx, thread, input, post, here));
  }
  if (fresh.length > 0) await settle(ctx, thread, fresh);
  return { number: thread.number, added: fresh.length + (known ? 0 : 1) };
}

async function findThread(ctx: Ctx, { source, sourceId, opening, posts }: ThreadImport): Promise<Thread | null> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Thread" WHERE "source" = ${source} AND "sourceId" = ${sourceId} FOR UPDATE`;
  if (!rows[0]) return null;
  const { posts: first, ...thread } = await ctx.db.thread.findUniqueOrThrow({
    where: { id: rows[0].id },
    select: { id: true, number: true, postCount: true, board: { select: { slug: true } }, posts: { where: { number: 1 }, select: { sourceId: true, createdAt: true } } },
  });
  const begun = posts.find((post) => post.sourceId === opening)?.at.getTime();
  const same = first[0]?.sourceId === opening && (begun === undefined || begun === first[0].createdAt.getTime());
  if (!same) throw new Refused('another-thread', `thread ${sourceId} is another one here: it seems to come from another forum`);
  return thread;
}

async function begin(ctx: Ctx, { source, sourceId, board, title, question, opening: first, posts, pinned, closed }: ThreadImport): Promise<Thread> {
  const opening = found(posts.find((post) => post.sourceId === first), 'the opening post');
  const { id, number, postId } = await addThread({ ...ctx, now: opening.at }, {
    board, author: opening.author, kind: question ? 'QUESTION' : 'DISCUSSION', title, content: opening.content,
    from: { thread: { source, sourceId }, post: { source, sourceId: opening.sourceId, voteCount: opening.votes, editedAt: opening.editedAt } },
  });
  const state = { threadId: id, reason: '', at: ctx.now };
  if (pinned) await ctx.db.threadState.create({ data: { ...state, kind: 'PINNED' } });
  if (closed) await ctx.db.threadState.create({ data: { ...state, kind: 'CLOSED' } });
  if (opening.hidden) await hide(ctx, postId);
  return { id, number, postCount: 1, board };
}

async function postsHere(ctx: Ctx, thread: Thread, { source, opening, posts }: ThreadImport): Promise<Map<string, Answered>> {
  const ids = new Set(posts.flatMap(({ sourceId, answers }) => [sourceId, answers ?? opening]));
  const rows = await ctx.db.post.findMany({
    where: { source, sourceId: { in: [...ids] } },
    select: { id: true, sourceId: true, threadId: true, number: true, depth: true, branch: true },
  });
  const first = rows.find(({ sourceId }) => sourceId === opening);
  // A post that moved to another thread since is answered here as if the opening post had been.
  return new Map(rows.map((row) => [row.sourceId ?? '', row.threadId === thread.id ? row : found(first)]));
}

async function bring(ctx: Ctx, thread: Thread, { source, opening }: ThreadImport, post: PostImport, here: Map<string, Answered>): Promise<Answered> {
  const { sourceId, author, content, at, votes: voteCount, editedAt } = post;
  const number = thread.postCount;
  const answers = found(here.get(post.answers ?? opening) ?? here.get(opening), 'the opening post');
  const { id } = await addPost({ ...ctx, now: at }, { threadId: thread.id, number, authorId: author.id, content, answers, from: { source, sourceId, voteCount, editedAt } });
  if (post.hidden) await hide(ctx, id);
  else if (post.accepted) await accept(ctx, thread.id, id);
  ctx.touch(`member:${author.handle}`);
  return { id, number, depth: Math.min(answers.depth + 1, 2), branch: answers.branch || number };
}

async function settle(ctx: Ctx, thread: Thread, fresh: PostImport[]): Promise<void> {
  const last = new Date(Math.max(0, ...fresh.filter(({ hidden }) => !hidden).map(({ at }) => at.getTime())));
  await ctx.db.$executeRaw`
    UPDATE "Thread" SET "postCount" = ${thread.postCount}, "lastPostAt" = GREATEST("lastPostAt", ${last}) WHERE "id" = ${thread.id}::uuid`;
  touchThread(ctx, thread);
}

async function accept(ctx: Ctx, threadId: string, postId: string): Promise<void> {
  await ctx.db.threadState.createMany({ data: [{ threadId, kind: 'ACCEPTED_ANSWER', postId, at: ctx.now }], skipDuplicates: true });
}

async function hide(ctx: Ctx, postId: string): Promise<void> {
  await ctx.db.hiding.create({ data: { postId, reason: 'Hidden in the forum it was imported from', at: ctx.now } });
}
