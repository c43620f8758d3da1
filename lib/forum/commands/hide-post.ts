import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { ideaId } from '@/lib/feedback/published';
import { memberHandle } from '@/lib/members/published';

import { canHide } from '../policy';
import type { HidePostInput, RestorePostInput } from '../schema';
import { touchThread } from './writer';

/** Hides a post everywhere; its author gets a notice with the reason. */
export async function hidePost(ctx: Ctx, { post: postId, reason }: HidePostInput): Promise<void> {
  allow(canHide(ctx.actor));
  const post = await postInThread(ctx, postId);
  const fields = { byId: memberId(ctx.actor), reason, at: ctx.now };
  const hidden = await ctx.db.hiding.findUnique({ where: { postId }, select: { byId: true } });
  if (hidden && hidden.byId !== post.authorId) return;
  await ctx.db.hiding.upsert({ where: { postId }, create: { postId, ...fields }, update: fields });
  await audit(ctx, { act: 'post.hide', subject: ['post', postId], reason, detail: placeOf(post) });
  touchPost(ctx, post);
  await ctx.emit('post.hidden', { postId, reason });
}

/** Shows a hidden post again; its author gets a notice. */
export async function restorePost(ctx: Ctx, { post: postId, reason }: RestorePostInput): Promise<void> {
  allow(canHide(ctx.actor));
  const post = await postInThread(ctx, postId);
  const { count } = await ctx.db.hiding.deleteMany({ where: { postId } });
  if (count === 0) return;
  await audit(ctx, { act: 'post.restore', subject: ['post', postId], reason, detail: placeOf(post) });
  touchPost(ctx, post);
  await ctx.emit('post.restored', { postId });
}

async function postInThread(ctx: Ctx, id: string) {
  return found(
    await ctx.db.post.findUnique({
      where: { id },
      select: {
        authorId: true,
        number: true,
        author: { select: memberHandle },
        thread: { select: { number: true, board: { select: { slug: true } }, idea: { select: ideaId } } },
      },
    }),
  );
}

type Placed = Awaited<ReturnType<typeof postInThread>>;

const placeOf = ({ thread, number }: Placed) => ({ thread: thread.number, post: number });

function touchPost(ctx: Ctx, { thread, author }: Placed): void {
  touchThread(ctx, { ...thread, author });
  if (thread.idea) ctx.touch('ideas', `idea:${thread.idea.id}`, 'roadmap');
}
