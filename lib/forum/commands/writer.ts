import { isMember, type Actor, type SignedIn } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { memberHandle } from '@/lib/members/published';

import { refusalToWrite, type Refusal } from '../policy';
import { readerOf, visibleBoards } from '../visible-boards';
import { ruledBoard, shownThread } from '../scopes';

/** The confirmed member who writes; refuses `signed-out` and `unconfirmed`. */
export function writer(actor: Actor): SignedIn {
  if (!isMember(actor)) throw new Refused('signed-out');
  if (!actor.confirmed) throw new Refused('unconfirmed');
  return actor;
}

/** Refuses with the code, if there is one. */
export function refuseIf(refusal: Refusal | null): void {
  if (refusal) throw new Refused(refusal.code, refusal.code, { values: { trust: refusal.trust } });
}

/** The board to write on, if the writer may see it and write there. */
export async function boardToWrite(ctx: Ctx, slug: string) {
  const { boards, ...standing } = await readerOf(ctx);
  // A merge that begins at this moment waits for this thread, or is seen below.
  await ctx.db.$queryRaw`SELECT 1 FROM "Board" WHERE "slug" = ${slug} FOR KEY SHARE`;
  const board = found(
    await ctx.db.board.findFirst({
      where: { slug, AND: boards },
      select: { id: true, slug: true, visibility: true, ...ruledBoard },
    }),
  );
  refuseIf(refusalToWrite(standing, board));
  return board;
}

const threadFields = {
  id: true,
  number: true,
  slug: true,
  kind: true,
  authorId: true,
  author: { select: memberHandle },
  board: { select: { slug: true, visibility: true, ...ruledBoard } },
  states: { select: { kind: true, postId: true } },
} as const;

/** A thread by its number, if the actor may see its board and its opening post is not hidden from them. */
export async function threadToChange(ctx: Ctx, number: number) {
  const { boards, ...standing } = await readerOf(ctx);
  const { states, ...thread } = found(
    await ctx.db.thread.findFirst({ where: { number, board: boards, ...shownThread }, select: threadFields }),
  );
  return { ...thread, standing, closed: states.some(({ kind }) => kind === 'CLOSED') };
}

/** A post by its id with its thread, if the actor may see its board. Its row is locked until the commit, not for those who reply to it. */
export async function postToChange(ctx: Ctx, id: string) {
  await ctx.db.$queryRaw`SELECT 1 FROM "Post" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const { hiding, ...post } = found(
    await ctx.db.post.findFirst({
      where: { id, thread: { board: await visibleBoards(ctx), ...shownThread } },
      select: {
        id: true,
        number: true,
        authorId: true,
        markdown: true,
        html: true,
        hiding: { select: { byId: true } },
        thread: { select: { ...threadFields, title: true } },
      },
    }),
  );
  return { ...post, hidden: hiding !== null };
}

/** Names the public documents that show a thread. */
export function touchThread(
  ctx: Ctx,
  thread: { number: number; board: { slug: string }; author?: { handle: string | null } },
): void {
  ctx.touch(`thread:${thread.number}`, `board:${thread.board.slug}`, 'boards', 'threads', 'home');
  if (thread.author?.handle) ctx.touch(`member:${thread.author.handle}`);
}
