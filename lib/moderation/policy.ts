import { type Actor, isMember, may } from '@/lib/core/actor';

/** Whether the actor reads the reports queue and hides, restores and settles. */
export function canModerate(actor: Actor): boolean {
  return may(actor, 'moderation.decide');
}

/** Confirmed members report others' posts. */
export function canReport(actor: Actor, post: { authorId: string }): boolean {
  return isMember(actor) && actor.confirmed && actor.id !== post.authorId;
}
