import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { giveFCodes } from '@/lib/drops/commands';
import { canRunDrops } from '@/lib/drops/policy';
import { listIdeaAuthors } from '@/lib/feedback/queries/idea-authors';

type Gift = { dropId: string; note: string; expiresAt: Date };

/** Gives the author of every accepted idea of a drop's product a code of their own; pressing again gives nobody a second. */
export async function giveFCodesForIdeas(actor: Actor, gift: Gift, options: Options = {}): Promise<{ given: number }> {
  return inTransaction(actor, async (ctx) => {
    allow(canRunDrops(ctx.actor));
    const { productId } = found(await ctx.db.drop.findUnique({ where: { id: gift.dropId }, select: { productId: true } }), 'drop');
    const memberIds = await listIdeaAuthors(ctx, { productId });
    return giveFCodes(ctx, { ...gift, source: 'IDEA', memberIds });
  }, options);
}
