import { may, type Actor } from '@/lib/core/actor';

/** Whether the actor may read, write and delete redirects. */
export function canEditRedirects(actor: Actor): boolean {
  return may(actor, 'redirects.edit');
}
