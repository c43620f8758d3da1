import { type Actor, isMember, isStaff, may } from '@/lib/core/actor';

import { refusalOfRules, type RuledBoard, type Standing } from './rules';
import type { ThreadKind } from './schema';

export { readRuleWord, rulesOf, ruleWord, type BoardRule } from './rules';

type Thread = { authorId: string; kind: ThreadKind; closed: boolean };
type Post = { authorId: string; hidden: boolean };

/** Why nothing may be written: the code of a refusal, with the level of trust that would be enough. */
export type Refusal = { code: string; trust: number };

/** Why the actor may not start a thread on a board; null when they may. */
export function refusalToWrite(standing: Standing, board: RuledBoard): Refusal | null {
  return refusalOfPerson(standing.actor) ?? refusalOfRules(standing, board, 'POST');
}

/** Why the actor may not answer in a thread: the board's rule for replies; moderators may speak in a closed one. */
export function refusalToReply(standing: Standing, board: RuledBoard, thread: Pick<Thread, 'closed'>): Refusal | null {
  const refusal = refusalOfPerson(standing.actor) ?? refusalOfRules(standing, board, 'REPLY');
  return refusal ?? (thread.closed && !canModerate(standing.actor) ? { code: 'thread-closed', trust: 0 } : null);
}

function refusalOfPerson(actor: Actor): Refusal | null {
  if (!isMember(actor)) return { code: 'signed-out', trust: 0 };
  return actor.confirmed ? null : { code: 'unconfirmed', trust: 0 };
}

/** Ideas and reviews are about a product, so they live on a product's board. */
export function fitsBoard(kind: ThreadKind, board: { productId: string | null }): boolean {
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
