import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { limits, spend } from '@/lib/core/limits';
import { slugify } from '@/lib/core/markdown';
import { cleanText } from '@/lib/core/sanitize';

import { languageOf, writeContent } from '../content';
import { canEdit } from '../policy';
import type { EditPostInput } from '../schema';
import { nameMembers } from './add-post';
import { postToChange, touchThread, writer } from './writer';

export type Edited = { changed: boolean; thread: { number: number; slug: string } };

/** Changes the words of a post and keeps the former ones. Staff who change another's words say why. */
export async function editPost(ctx: Ctx, { post: id, title, body, reason }: EditPostInput): Promise<Edited> {
  const editor = writer(ctx.actor);
  const post = await postToChange(ctx, id);
  allow(canEdit(editor, post));
  const asStaff = editor.id !== post.authorId;
  if (asStaff && !reason) throw new Refused('reason-needed', 'Say why', { field: 'reason' });
  await spend(ctx.db, limits.reply, editor.id, ctx.now);
  const slug = post.number === 1 && title ? await retitle(ctx, post.thread, title) : post.thread.slug;
  const changed = slug !== post.thread.slug || body !== post.markdown;
  if (body !== post.markdown) await rewrite(ctx, post, body, editor.id);
  touchThread(ctx, post.thread);
  if (asStaff) await audit(ctx, { act: 'post.edit', subject: ['post', id], reason, detail: { thread: post.thread.number, post: post.number } });
  if (changed) await ctx.emit('post.edited', { threadId: post.thread.id, postId: id, ...(asStaff && { reason }) });
  return { changed, thread: { number: post.thread.number, slug } };
}

type Changed = Awaited<ReturnType<typeof postToChange>>;

async function rewrite(ctx: Ctx, post: Changed, body: string, editorId: string): Promise<void> {
  const { mentioned, ...content } = await writeContent(ctx, body);
  await ctx.db.postRevision.create({ data: { postId: post.id, editorId, markdown: post.markdown, html: post.html, at: ctx.now } });
  await ctx.db.post.update({ where: { id: post.id }, data: { ...content, editedAt: ctx.now }, select: { id: true } });
  await nameMembers(ctx, post.id, mentioned);
}

async function retitle(ctx: Ctx, thread: Changed['thread'], given: string): Promise<string> {
  const title = cleanText(given);
  if (title === thread.title) return thread.slug;
  const slug = slugify(title);
  await ctx.db.thread.update({ where: { id: thread.id }, data: { title, slug, lang: languageOf(title) }, select: { id: true } });
  return slug;
}
