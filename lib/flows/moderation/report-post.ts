import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { findSeenPost } from '@/lib/forum/queries';
import { reportPost as report } from '@/lib/moderation/commands';
import type { ReportPostInput } from '@/lib/moderation/schema';

/** Reports a post that the member can see to staff. */
export function reportPost(actor: Actor, input: ReportPostInput, options?: Options): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { authorId } = found(await findSeenPost(ctx, { id: input.post }));
      return report(ctx, { ...input, authorId });
    },
    options,
  );
}
