import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { freeSlug, slugify } from '@/lib/core/slug';

import type { AddBoardInput } from '../schema';
import { parentOf } from './board-tree';
import { slugsTaken } from './slugs-taken';
import { createBoard } from './open-board';
import { requireProduct } from './require-product';

/** Opens a board by hand, behind all others, under an address that is made of its name; a name without Latin letters gives `board`. */
export async function addBoard(ctx: Ctx, { parent, ...input }: AddBoardInput): Promise<{ slug: string }> {
  allow(may(ctx.actor, 'forum.openBoards'));
  await requireProduct(ctx, input.productId);
  const parentId = await parentOf(ctx, parent);
  const slug = await freeSlug(ctx, {
    kind: 'board',
    title: latin(input.name),
    taken: (slugs) => slugsTaken(ctx, slugs),
  });
  const { _max } = await ctx.db.board.aggregate({ _max: { position: true } });
  const position = Math.min(mostPosition, (_max.position ?? 0) + 1);
  return { slug: (await createBoard(ctx, { ...input, parentId, slug, position })).slug };
}

const mostPosition = 10_000;

function latin(name: string): string {
  const words = slugify(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words || 'board';
}
