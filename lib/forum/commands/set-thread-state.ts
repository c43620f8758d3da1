import { audit } from '@/lib/core/audit';
import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canModerate } from '../policy';
import type { ThreadStateInput } from '../schema';
import { threadToChange, touchThread } from './writer';

/** Keeps a thread at the top of its board, or lets it sink again. */
export const pinThread = (ctx: Ctx, input: ThreadStateInput) => setState(ctx, 'PINNED', input);

/** Ends a conversation, with a reason that stands in the thread, or opens it again. */
export const closeThread = (ctx: Ctx, input: ThreadStateInput) => setState(ctx, 'CLOSED', input);

const acts = { PINNED: ['thread.pin', 'thread.unpin'], CLOSED: ['thread.close', 'thread.reopen'] } as const;

async function setState(
  ctx: Ctx,
  kind: 'PINNED' | 'CLOSED',
  { thread: number, on, reason }: ThreadStateInput,
): Promise<void> {
  allow(canModerate(ctx.actor));
  const thread = await threadToChange(ctx, number);
  if (kind === 'CLOSED' && on && !reason) throw new Refused('reason-needed', 'Say why', { field: 'reason' });
  const threadId_kind = { threadId: thread.id, kind };
  const fields = { byId: memberId(ctx.actor), reason, at: ctx.now };
  if (on)
    await ctx.db.threadState.upsert({
      where: { threadId_kind },
      create: { ...threadId_kind, ...fields },
      update: fields,
    });
  else await ctx.db.threadState.deleteMany({ where: threadId_kind });
  await audit(ctx, { act: acts[kind][on ? 0 : 1], subject: ['thread', thread.id], reason, detail: { number } });
  touchThread(ctx, thread);
}
