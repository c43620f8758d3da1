import type { Actor } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { titleSaysEnough } from '@/lib/core/fields';
import { inLocale } from '@/lib/core/paths';
import { excerpt } from '@/lib/core/sanitize';
import { localeFrom } from '@/lib/core/locale';
import { openIdea } from '@/lib/feedback/commands';
import { canMakeIdeas } from '@/lib/feedback/policy';
import { lockOrigin, type Origin } from '@/lib/forum/queries/origin';
import { makeIdeaInput, type IdeaKind, type MakeIdeaInput } from '@/lib/feedback/schema';
import { addThread } from '@/lib/forum/commands';
import { turnIntoIdea } from '@/lib/forum/commands/turn-into-idea';
import { writeContent } from '@/lib/forum/content';
import { findProductBoard } from '@/lib/forum/queries/find-board';
import { postPath } from '@/lib/forum/queries/post-path';

import { isPublicBoard } from '@/lib/forum/published';

export type MadeIdea = { ideaId: string; number: number; slug: string };

/** Makes an idea of what a member said: an opening post's thread becomes one, any other post is quoted in a thread of its author's. */
export function makeIdeaFromPost(actor: Actor, given: MakeIdeaInput, options?: Options): Promise<MadeIdea> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canMakeIdeas(ctx.actor));
      const { postId, productId, kind, title } = makeIdeaInput.parse(given);
      const origin = await lockOrigin(ctx, postId);
      const before = already(origin);
      if (before) return before;
      const made =
        origin.number === 1
          ? await fromThread(ctx, origin, { productId, kind })
          : await fromReply(ctx, origin, { productId, kind, title });
      await ctx.emit('idea.made', { ideaId: made.ideaId, from: 'post' });
      await audit(ctx, { act: 'idea.make', subject: ['idea', made.ideaId], detail: { postId } });
      return made;
    },
    options,
  );
}

function already({ number, ideas: [made], thread }: Origin): MadeIdea | null {
  if (number === 1 && thread.idea) return { ideaId: thread.idea.id, number: thread.number, slug: thread.slug };
  return made ? { ideaId: made.id, ...made.thread } : null;
}

type Wanted = { productId: string; kind: IdeaKind };

async function fromThread(ctx: Ctx, { id, thread }: Origin, wanted: Wanted): Promise<MadeIdea> {
  await turnIntoIdea(ctx, { threadId: thread.id });
  const idea = await openIdea(ctx, { threadId: thread.id, originPostId: id, ...wanted });
  return { ideaId: idea.id, number: thread.number, slug: thread.slug };
}

async function fromReply(
  ctx: Ctx,
  origin: Origin,
  { title, ...wanted }: Wanted & { title: string },
): Promise<MadeIdea> {
  if (!titleSaysEnough(title)) throw new Refused('title-short', 'A title is needed', { field: 'title' });
  const content = { ...(await writeContent(ctx, quote(origin))), mentioned: [] };
  const thread = await addThread(ctx, {
    board: await boardFor(ctx, origin, wanted.productId),
    author: origin.author,
    kind: 'IDEA',
    title,
    content,
  });
  const idea = await openIdea(ctx, { threadId: thread.id, originPostId: origin.id, ...wanted });
  return { ideaId: idea.id, number: thread.number, slug: thread.slug };
}

// An idea made from a post on a restricted board is restricted too.
async function boardFor(ctx: Ctx, { thread: { board } }: Origin, productId: string) {
  return (isPublicBoard(board) && (await findProductBoard(ctx, productId))) || board;
}

const quotedLength = 1500;

// Imported posts carry HTML only, so the words are taken from there.
function quote({ html, number, thread }: Origin): string {
  const words = excerpt(html, quotedLength).replace(/^/gm, '> ');
  const path = inLocale(localeFrom(thread.lang), postPath({ number, thread, board: thread.board }));
  const title = thread.title.replace(/[\\[\]]/g, '\\$&');
  return `${words}\n\n[${thread.lang === 'zh' ? `摘自“${title}”` : `Said in “${title}”`}](${path})`;
}
