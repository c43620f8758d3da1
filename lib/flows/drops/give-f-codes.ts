import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { giveFCodes } from '@/lib/drops/commands';
import { canRunDrops } from '@/lib/drops/policy';
import { getDropProduct } from '@/lib/drops/queries/f-codes';
import { listIdeaAuthors } from '@/lib/feedback/queries/idea-authors';
import { listHandles } from '@/lib/members/queries/handles';

type Gift = { dropId: string; note: string; expiresAt: Date; handles?: string[] };

/**
 * Gives the authors of accepted ideas of a drop's product a code of their own, the earliest accepted first as far as the units
 * go, or those of them who are named. Pressing again gives nobody a second. Answers who is still without.
 */
export async function giveFCodesForIdeas(
  actor: Actor,
  { handles, ...gift }: Gift,
  options: Options = {},
): Promise<{ given: number; without: string[] }> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canRunDrops(ctx.actor));
      const productId = found(await getDropProduct(ctx, gift), 'drop');
      const authors = await listHandles(ctx, { memberIds: await listIdeaAuthors(ctx, { productId }) });
      const chosen = handles ? authors.filter(({ handle }) => handles.includes(handle)) : authors;
      const strangers = handles?.filter((handle) => !authors.some((each) => each.handle === handle)) ?? [];
      if (strangers.length > 0)
        throw new Refused('f-code-no-author', 'They are no authors', {
          field: 'handles',
          values: { count: strangers.length, handles: strangers.map((each) => `@${each}`).join(', ') },
        });
      const { given, without } = await giveFCodes(ctx, {
        ...gift,
        source: 'IDEA',
        memberIds: chosen.map(({ id }) => id),
      });
      return { given, without: chosen.filter(({ id }) => without.includes(id)).map(({ handle }) => handle) };
    },
    options,
  );
}
