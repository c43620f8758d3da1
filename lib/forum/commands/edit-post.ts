import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { slugify } from '@/lib/core/slug';
import { cleanLine, cleanLines } from '@/lib/core/fields';
import { languageOf } from '@/lib/core/language-of';
import { cleanText } from '@/lib/core/sanitize';

import { writeContent } from '../content';
import { canEdit, canModerate } from '../policy';
import type { EditPostInput } from '../schema';
import { versionOf } from '../version';
import { nameMembers } from './add-post';
import { postToChange, touchThread, writer } from './writer';
import { limits } from '../limits';

export type Edited = { changed: boolean; thread: { number: number; slug: string } };

/**
 * Changes the words of a post and keeps the former ones. Staff who change another's words say why. An edit of a text
 * that somebody else has changed since is refused, and nothing is overwritten.
 */
export async function editPost(
  ctx: Ctx,
  { post: id, base, title, body: typed, reason }: EditPostInput,
): Promise<Edited> {
  const editor = writer(ctx.actor);
  const post = await postToChange(ctx, id);
  allow(canEdit(editor, post));
  if (post.thread.board.archive && !canModerate(editor)) throw new Refused('board-archived');
  const asStaff = editor.id !== post.authorId;
  if (asStaff && !reason) throw new Refused('reason-needed', 'Say why', { field: 'reason' });
  if (base !== undefined && base !== versionOf(post)) throw new Refused('post-changed');
  await spend(ctx.db, limits.reply, editor.id, ctx.now);
  const body = cleanText(typed);
  const retitled = post.number === 1 && title !== undefined && cleanLine(title) !== post.thread.title;
  const rewritten = cleanLines(body) !== cleanLines(post.markdown);
  const slug = retitled ? await retitle(ctx, post.thread.id, cleanLine(title)) : post.thread.slug;
  const mentioned = rewritten ? await rewrite(ctx, post, body, editor.id) : [];
  if (!retitled && !rewritten) return { changed: false, thread: { number: post.thread.number, slug } };
  touchThread(ctx, post.thread);
  if (asStaff)
    await audit(ctx, {
      act: 'post.edit',
      subject: ['post', id],
      reason,
      detail: { thread: post.thread.number, post: post.number },
    });
  await ctx.emit('post.edited', {
    threadId: post.thread.id,
    postId: id,
    ...(asStaff && { reason }),
    ...(mentioned.length > 0 && { mentioned }),
  });
  return { changed: true, thread: { number: post.thread.number, slug } };
}

type Changed = Awaited<ReturnType<typeof postToChange>>;

// Returns the members whom the post names for the first time.
async function rewrite(ctx: Ctx, post: Changed, body: string, editorId: string): Promise<string[]> {
  const { mentioned, ...content } = await writeContent(ctx, body);
  await ctx.db.postRevision.create({
    data: { postId: post.id, editorId, markdown: post.markdown, html: post.html, at: ctx.now },
  });
  await ctx.db.post.update({ where: { id: post.id }, data: { ...content, editedAt: ctx.now }, select: { id: true } });
  return nameMembers(ctx, post.id, mentioned);
}

async function retitle(ctx: Ctx, threadId: string, title: string): Promise<string> {
  const slug = slugify(title);
  await ctx.db.thread.update({
    where: { id: threadId },
    data: { title, slug, lang: languageOf(title) },
    select: { id: true },
  });
  return slug;
}
