import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import type { VotePostInput } from '../schema';
import { visibleBoards } from '../visible-boards';
import { writer } from './writer';
import { limits } from '../limits';
import { shownPost, shownThread } from '../scopes';

export type Voted = { on: boolean; count: number };

/**
 * Gives a post the member's vote, or takes it back. Saying the same twice changes nothing.
 * Public pages show the new count within seconds by themselves: a busy thread is not invalidated by each vote.
 */
export async function votePost(ctx: Ctx, { post: id, on }: VotePostInput): Promise<Voted> {
  const voter = writer(ctx.actor);
  const post = found(
    await ctx.db.post.findFirst({
      where: { id, ...shownPost, thread: { board: await visibleBoards(ctx), ...shownThread } },
      select: {
        authorId: true,
        thread: {
          select: {
            states: { where: { kind: 'CLOSED' }, select: { kind: true } },
            board: { select: { archive: { select: { at: true } } } },
          },
        },
      },
    }),
  );
  if (post.authorId === voter.id) throw new Refused('own-vote');
  if (post.thread.board.archive) throw new Refused('board-archived');
  if (post.thread.states.length > 0) throw new Refused('thread-closed');
  await spend(ctx.db, limits.vote, voter.id, ctx.now);
  const change = on ? await give(ctx, id, voter.id) : -(await takeBack(ctx, id, voter.id));
  return { on, count: await count(ctx, id, change) };
}

function give(ctx: Ctx, post: string, voter: string): Promise<number> {
  return ctx.db.$executeRaw`
    INSERT INTO "PostVote" ("postId", "memberId", "at") VALUES (${post}::uuid, ${voter}::uuid, ${ctx.now}) ON CONFLICT DO NOTHING`;
}

function takeBack(ctx: Ctx, post: string, voter: string): Promise<number> {
  return ctx.db.$executeRaw`DELETE FROM "PostVote" WHERE "postId" = ${post}::uuid AND "memberId" = ${voter}::uuid`;
}

// Counted in the row itself, never read and written back: votes that come together are all counted.
async function count(ctx: Ctx, post: string, change: number): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ voteCount: number }[]>`
    UPDATE "Post" SET "voteCount" = "voteCount" + ${change} WHERE "id" = ${post}::uuid RETURNING "voteCount"`;
  return found(rows[0]).voteCount;
}
