import { may, type Actor } from '@/lib/core/actor';

import type { PageState } from './choices/kinds';

/** Whether the actor may write, publish and delete pages. */
export function canEditPages(actor: Actor): boolean {
  return may(actor, 'pages.edit');
}

const moves: Record<PageState, readonly PageState[]> = {
  DRAFT: ['DRAFT', 'PUBLISHED'],
  PUBLISHED: ['PUBLISHED', 'WITHDRAWN'],
  WITHDRAWN: ['WITHDRAWN', 'PUBLISHED'],
};

/** Whether a page may go from one state to another; a new one, from null, begins as a draft or published. */
export function canMovePage(from: PageState | null, to: PageState): boolean {
  return moves[from ?? 'DRAFT'].includes(to);
}
