import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { cleanText } from '@/lib/core/sanitize';
import { found } from '@/lib/core/errors';
import { importPosts, type PostImport, type ThreadImport } from '@/lib/forum/commands';
import { importMember } from '@/lib/members/commands';

import { toContent, type ContentFrom, type People } from './discourse-content';
import { findLinks } from './discourse-links';
import type { Boards } from './discourse-open-boards';
import type { ImportedPost, ImportedThread } from './discourse-types';
import { withEmoji } from './emoji';

export type Place = { boards: Boards; people: People } & Pick<ContentFrom, 'base' | 'onDead' | 'onLost'>;
/** `missing`: ids of topics to which the thread links and which are not here yet. */
export type Brought = { added: number; changed: number; missing: string[] };

/** Posts of a long thread that are written in one transaction. */
const share = 200;
const gone = '(gone)';

/** Brings one thread with its posts, or what is new in it. Interrupted in a long one, the next run goes on where this one ended. */
export async function bringThread(thread: ImportedThread, place: Place): Promise<Brought> {
  const board = found(place.boards.get(thread.board), 'its board');
  if (thread.posts.some(({ author }) => !author || !place.people.has(author))) await nameTheGone(place.people);
  const opening = found(thread.posts[0], 'the opening post');
  const ids = new Map(thread.posts.map(({ number, sourceId }) => [number, sourceId]));
  const answer = thread.posts.find(({ number, hidden }) => number === thread.acceptedAnswer && !hidden);
  const facts = {
    source: 'discourse',
    sourceId: thread.sourceId,
    board: { ...board, sourceId: thread.board },
    title: cleanText(withEmoji(thread.title)),
    opening: opening.sourceId,
    pinned: thread.pinned,
    closed: thread.closed || thread.archived,
    answer: answer?.sourceId ?? null,
    standing: thread.standing,
    deleted: thread.deleted,
  };
  const { placeOf, missing } = await findLinks(thread);
  const done = { added: 0, changed: 0, missing };
  for (let from = 0; from < thread.posts.length; from += share) {
    const posts = thread.posts
      .slice(from, from + share)
      .map((post) => toPost(post, thread, ids, { ...place, placeOf }));
    const { added, changed } = await write({ ...facts, posts, last: from + share >= thread.posts.length });
    done.added += added;
    done.changed += changed;
  }
  return done;
}

function write(input: ThreadImport) {
  return transact(importPosts)(system, input);
}

function toPost(
  post: ImportedPost,
  { listed }: ImportedThread,
  ids: Map<number, string>,
  from: Place & ContentFrom,
): PostImport {
  const author = found(from.people.get(post.author ?? gone) ?? from.people.get(gone));
  return {
    sourceId: post.sourceId,
    author,
    content: toContent(post, from),
    answers: post.replyTo === null ? null : (ids.get(post.replyTo) ?? null),
    at: post.createdAt,
    editedAt: post.editedAt,
    votes: post.likes,
    // An unlisted thread was kept from view: so it stays until staff restore its opening post.
    hidden: post.hidden || (post.number === 1 && !listed),
    number: post.number,
  };
}

/** One member stands for all whose accounts were deleted there. */
async function nameTheGone(people: People): Promise<void> {
  if (people.has(gone)) return;
  const { id, handle } = await inTransaction(system, (ctx) =>
    importMember(ctx, {
      source: 'discourse',
      sourceId: gone,
      username: 'former-member',
      name: 'Former member',
      email: null,
      bio: '',
      trust: 0,
      joinedAt: ctx.now,
      suspendedUntil: null,
    }),
  );
  people.set(gone, { id, handle });
}
