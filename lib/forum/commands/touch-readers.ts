import type { Ctx } from '@/lib/core/context';
import { everything } from '@/lib/core/tags';

/**
 * Names the public documents of a board. One that somebody is now kept out of invalidates all: profiles, releases and old
 * threads quote boards without naming them, and an answer that is asked for seldom would be shown once more.
 */
export function touchReaders(ctx: Ctx, slug: string, narrowed: boolean): void {
  if (narrowed) ctx.touch(everything);
  ctx.touch('boards', 'board-tree', 'threads', 'home', `board:${slug}`);
}
