import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { excerpt } from '@/lib/core/markdown';
import { renderMarkdown } from '@/lib/core/markdown/render-markdown';
import { cleanText, imagesOf, textOf } from '@/lib/core/sanitize';
import { found } from '@/lib/core/errors';
import { importPosts, type PostImport, type ThreadImport } from '@/lib/forum/commands';
import { importMember } from '@/lib/members/commands';

import type { Boards } from './discourse-open-boards';
import type { ImportedPost, ImportedThread } from './discourse-types';
import { cleanImportedHtml } from './imported-html';

export type People = Map<string, { id: string; handle: string }>;
type Place = { boards: Boards; people: People; base?: string };

/** Posts of a long thread that are written in one transaction. */
const share = 200;
const excerptLength = 240;
const mostMentions = 20;
const gone = '(gone)';

/** Brings one thread with its posts. Interrupted in a long one, the next run goes on where this one ended. */
export async function bringThread(thread: ImportedThread, place: Place): Promise<{ added: number }> {
  const board = found(place.boards.get(thread.board), 'its board');
  if (thread.posts.some(({ author }) => !author || !place.people.has(author))) await nameTheGone(place.people);
  const opening = found(thread.posts[0], 'the opening post');
  const facts = {
    source: 'discourse', sourceId: thread.sourceId, board, title: cleanText(thread.title), opening: opening.sourceId,
    question: thread.acceptedAnswer !== null, pinned: thread.pinned, closed: thread.closed || thread.archived,
  };
  const ids = new Map(thread.posts.map(({ number, sourceId }) => [number, sourceId]));
  let added = 0;
  for (let from = 0; from < thread.posts.length; from += share) {
    const posts = thread.posts.slice(from, from + share).map((post) => toPost(post, thread, ids, place));
    added += await write({ ...facts, posts });
  }
  return { added };
}

async function write(input: ThreadImport): Promise<number> {
  return (await transact(importPosts)(system, input)).added;
}

function toPost(post: ImportedPost, { acceptedAnswer, listed }: ImportedThread, ids: Map<number, string>, { people, base }: Place): PostImport {
  const author = found(people.get(post.author ?? gone) ?? people.get(gone));
  return {
    sourceId: post.sourceId, author, content: toContent(post, people, base),
    answers: post.replyTo === null ? null : (ids.get(post.replyTo) ?? null),
    at: post.createdAt, editedAt: post.editedAt, votes: post.likes,
    // An unlisted thread was kept from view: so it stays until staff restore its opening post.
    hidden: post.hidden || (post.number === 1 && !listed),
    accepted: post.number === acceptedAnswer,
  };
}

function toContent({ html, raw }: ImportedPost, people: People, base?: string): PostImport['content'] {
  const named = new Set<string>();
  const handleOf = (name: string) => {
    const person = people.get(name);
    if (person) named.add(person.id);
    return person?.handle ?? null;
  };
  const cooked = html ? cleanImportedHtml(html, { base, handleOf }) : '';
  const typed = raw && !hasContent(cooked) ? cleanImportedHtml(renderMarkdown(raw).html, { base, handleOf }) : '';
  const shown = [cooked, typed].find(hasContent) ?? '<p>[…]</p>';
  return { html: shown, markdown: raw ? cleanText(raw) : textOf(shown), excerpt: excerpt(shown, excerptLength), mentioned: [...named].slice(0, mostMentions) };
}

function hasContent(html: string): boolean {
  return textOf(html) !== '' || imagesOf(html).length > 0;
}

/** One member stands for all whose accounts were deleted there. */
async function nameTheGone(people: People): Promise<void> {
  if (people.has(gone)) return;
  const { id, handle } = await inTransaction(system, (ctx) =>
    importMember(ctx, { source: 'discourse', sourceId: gone, username: 'former-member', name: 'Former member', email: null, bio: '', trust: 0, joinedAt: ctx.now, suspendedUntil: null }));
  people.set(gone, { id, handle });
}
