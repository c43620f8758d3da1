import type { Actor } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { inTransaction, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { openIdea } from '@/lib/feedback/commands/open-idea';
import { startThread as start, type StartedThread } from '@/lib/forum/commands';
import type { StartThreadInput } from '@/lib/forum/schema';

/** Opens a thread; an idea begins its way to a release in the same commit. Refuses ideas where these are off. */
export function startThread(actor: Actor, input: StartThreadInput, options?: Options): Promise<StartedThread> {
  return inTransaction(
    actor,
    async (ctx) => {
      if (input.kind === 'IDEA' && (await isAreaOff('ideas', ctx.db))) throw new Refused('not-found');
      const thread = await start(ctx, input);
      const { productId } = thread.board;
      if (input.kind === 'IDEA' && productId) await openIdea(ctx, { threadId: thread.id, productId, kind: 'IDEA' });
      return thread;
    },
    options,
  );
}
