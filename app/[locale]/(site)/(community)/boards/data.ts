import { reading } from '@/lib/core/context';
import { findMovedTo, getBoardPage, listBoards, type BoardPage } from '@/lib/forum/queries';
import type { ThreadKind } from '@/lib/forum/schema';
import { live } from '@/lib/web/live';

/** Every public board, read as a guest. */
export async function publicBoards() {
  'use cache';
  live('boards', 'board-tree');
  return listBoards(reading());
}

/** One page of a public board, read as a guest. */
export async function publicBoardPage(slug: string, kind?: ThreadKind, after?: string): Promise<BoardPage | null> {
  'use cache';
  live('board-tree', `board:${slug}`);
  return getBoardPage(reading(), { slug, kind, after });
}

/** Where the public board is into which the board of this address was merged. */
export async function publicBoardMovedTo(slug: string): Promise<string | null> {
  'use cache';
  live('board-tree');
  return findMovedTo(reading(), { slug });
}
