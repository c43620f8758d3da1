import { type Actor, isMember, isStaff, may } from '@/lib/core/actor';

import type { ThreadKind } from './schema';

type Board = { postTrust: number; productId: string | null };
type Thread = { authorId: string; kind: ThreadKind; closed: boolean };
type Post = { authorId: string; hidden: boolean };

/** Why the actor may not start a thread on a board, as the refusal's code; null when they may. */
export function refusalToWrite(actor: Actor, board: Pick<Board, 'postTrust'>): string | null {
  if (!isMember(actor)) return 'signed-out';
  if (!actor.confirmed) return 'unconfirmed';
  return actor.trust >= board.postTrust || isStaff(actor) ? null : 'trust-too-low';
}

/** Why the actor may not answer in a thread: a board's trust is asked of those who start threads only; moderators may speak in a closed one. */
export function refusalToReply(actor: Actor, thread: Pick<Thread, 'closed'>): string | null {
  return refusalToWrite(actor, { postTrust: 0 }) ?? (thread.closed && !canModerate(actor) ? 'thread-closed' : null);
}

/** Ideas and reviews are about a product, so they live on a product's board. */
export function fitsBoard(kind: ThreadKind, board: Pick<Board, 'productId'>): boolean {
  return kind === 'DISCUSSION' || kind === 'QUESTION' || board.productId !== null;
}

/** Pin, close and edit others' words. */
export function canModerate(actor: Actor): boolean {
  return may(actor, 'forum.moderate');
}

/** Hide others' posts and show them again: the permission that also decides on reports. */
export function canHide(actor: Actor): boolean {
  return may(actor, 'moderation.decide');
}

/** Authors edit their own words while they can be seen; moderators edit anybody's, and give a reason. */
export function canEdit(actor: Actor, post: Post): boolean {
  if (!isMember(actor) || post.hidden) return false;
  return canModerate(actor) || (actor.confirmed && actor.id === post.authorId);
}

/** Only the author takes back what they wrote. */
export function canWithdraw(actor: Actor, post: Post): boolean {
  return isMember(actor) && !post.hidden && actor.id === post.authorId;
}

/** The author of the question and any of the staff may mark the reply that answered it. */
export function canAccept(actor: Actor, thread: Pick<Thread, 'authorId' | 'kind'>): boolean {
  if (thread.kind !== 'QUESTION' || !isMember(actor)) return false;
  return actor.id === thread.authorId || isStaff(actor);
}
