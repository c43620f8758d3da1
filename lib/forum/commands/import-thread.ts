import { z } from 'zod';

import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { languageOf } from '@/lib/core/language-of';
import { slugify } from '@/lib/core/slug';

import { lockImport } from './import-board';
import { hideDeleted } from './import-changes';
import type { ThreadHere, ThreadImport } from './import-shapes';
import { touchThread } from './writer';
import { shownPost } from '../scopes';

const facts = z.object({
  title: z.string(),
  pinned: z.boolean(),
  closed: z.boolean(),
  answer: z.string().nullable(),
  board: z.string(),
});
type Facts = z.output<typeof facts>;
type State = 'PINNED' | 'CLOSED';

/**
 * Brings what is true of a whole thread up to date with what changed there since the last import: title, board, pin, closure,
 * accepted answer, deleted posts. Whatever was changed here stays. Returns how many things changed.
 */
export async function updateThread(ctx: Ctx, thread: ThreadHere, input: ThreadImport): Promise<number> {
  const row = await ctx.db.thread.findUniqueOrThrow({
    where: { id: thread.id },
    select: {
      title: true,
      kind: true,
      boardId: true,
      board: { select: { sourceId: true } },
      shown: true,
      imported: true,
      states: { select: { kind: true, byId: true, post: { select: { sourceId: true } } } },
    },
  });
  const now: Facts = {
    title: input.title,
    pinned: input.pinned,
    closed: input.closed,
    answer: input.answer,
    board: input.board.sourceId,
  };
  const was = facts.safeParse(row.imported).data ?? now;
  const gone = await hideDeleted(ctx, thread, input.source, input);
  if (row.imported && JSON.stringify(facts.parse(now)) === JSON.stringify(was)) return gone;
  if (now.title !== was.title && row.title === was.title) await retitle(ctx, thread.id, now.title);
  if (now.board !== was.board && row.board.sourceId === was.board) await move(ctx, thread, input.board, row);
  const on = (kind: State) => row.states.find((state) => state.kind === kind);
  await follow(ctx, thread.id, 'PINNED', was.pinned, now.pinned, on('PINNED'));
  await follow(ctx, thread.id, 'CLOSED', was.closed, now.closed, on('CLOSED'));
  const accepted = row.states.find(({ kind }) => kind === 'ACCEPTED_ANSWER');
  if (now.answer !== was.answer && (accepted ? (accepted.post?.sourceId ?? 'here') : null) === was.answer)
    await accept(ctx, thread.id, input.source, now.answer);
  if (now.answer && row.kind === 'DISCUSSION')
    await ctx.db.thread.update({ where: { id: thread.id }, data: { kind: 'QUESTION' }, select: { id: true } });
  await ctx.db.thread.update({ where: { id: thread.id }, data: { imported: now }, select: { id: true } });
  touchThread(ctx, thread);
  return gone + 1;
}

async function retitle(ctx: Ctx, id: string, title: string): Promise<void> {
  await ctx.db.thread.update({
    where: { id },
    data: { title, slug: slugify(title), lang: languageOf(title) },
    select: { id: true },
  });
}

// A hidden thread is counted on no board.
async function move(
  ctx: Ctx,
  thread: ThreadHere,
  to: ThreadImport['board'],
  { boardId: from, shown }: { boardId: string; shown: boolean },
): Promise<void> {
  await ctx.db.thread.update({ where: { id: thread.id }, data: { boardId: to.id }, select: { id: true } });
  const counted = shown ? 1 : 0;
  await ctx.db.board.update({
    where: { id: to.id },
    data: { threadCount: { increment: counted } },
    select: { id: true },
  });
  await ctx.db.board.update({
    where: { id: from },
    data: { threadCount: { decrement: counted } },
    select: { id: true },
  });
  ctx.touch(`board:${to.slug}`);
}

async function follow(
  ctx: Ctx,
  threadId: string,
  kind: State,
  was: boolean,
  now: boolean,
  here: { byId: string | null } | undefined,
): Promise<void> {
  if (was === now || was !== (here !== undefined)) return;
  if (now)
    await ctx.db.threadState.create({ data: { threadId, kind, reason: '', at: ctx.now }, select: { threadId: true } });
  else if (!here?.byId) await ctx.db.threadState.deleteMany({ where: { threadId, kind } });
}

async function accept(ctx: Ctx, threadId: string, source: string, answer: string | null): Promise<void> {
  await ctx.db.threadState.deleteMany({ where: { threadId, kind: 'ACCEPTED_ANSWER' } });
  const post = answer
    ? await ctx.db.post.findFirst({ where: { threadId, source, sourceId: answer, ...shownPost }, select: { id: true } })
    : null;
  if (post)
    await ctx.db.threadState.create({
      data: { threadId, kind: 'ACCEPTED_ANSWER', postId: post.id, at: ctx.now },
      select: { threadId: true },
    });
}

/** Hides a thread that was deleted in the forum that it came from, unless that was done before. Returns whether it did. */
export async function importDeletion(
  ctx: Ctx,
  { source, sourceId }: { source: string; sourceId: string },
): Promise<boolean> {
  allow(may(ctx.actor, 'forum.import'));
  await lockImport(ctx, source);
  const thread = await ctx.db.thread.findUnique({
    where: { source_sourceId: { source, sourceId } },
    select: {
      id: true,
      number: true,
      postCount: true,
      board: { select: { slug: true } },
      posts: { where: { number: 1 }, select: { sourceId: true } },
    },
  });
  const opening = thread?.posts[0]?.sourceId;
  if (!thread || !opening) return false;
  return (await hideDeleted(ctx, thread, source, { standing: null, deleted: [opening] })) > 0;
}
