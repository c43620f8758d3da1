import { type Actor, may } from '@/lib/core/actor';

/** Whether the actor may write products: importers and seeds as the system, product owners and operations. */
export function canEditProducts(actor: Actor): boolean {
  return may(actor, 'catalog.edit');
}
