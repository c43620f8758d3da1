import { hasRole, type Actor } from '@/lib/core/actor';

/** Whether the actor may write products: importers and seeds as the system, product owners and operations. */
export function canEditProducts(actor: Actor): boolean {
  return hasRole(actor, 'PRODUCT_OWNER', 'OPERATIONS');
}
