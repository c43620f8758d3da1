import { type Actor, may } from '@/lib/core/actor';

export type ProductStatus = 'DRAFT' | 'ACTIVE' | 'ARCHIVED';

/** Whether the actor may write products: importers and seeds as the system, product owners and operations. */
export function canEditProducts(actor: Actor): boolean {
  return may(actor, 'catalog.edit');
}

const moves: Record<ProductStatus, readonly ProductStatus[]> = {
  DRAFT: ['DRAFT', 'ACTIVE'],
  ACTIVE: ['ACTIVE', 'ARCHIVED'],
  ARCHIVED: ['ARCHIVED', 'ACTIVE'],
};

/** Whether a product may go from one status to another; a new one, from null, begins as a draft or on show. */
export function canMove(from: ProductStatus | null, to: ProductStatus): boolean {
  return moves[from ?? 'DRAFT'].includes(to);
}
