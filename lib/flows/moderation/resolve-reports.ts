import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { after, day } from '@/lib/core/time';
import { hidePost } from '@/lib/forum/commands';
import { getPostAuthor } from '@/lib/forum/queries/find-post';
import { suspendMember, warnMember } from '@/lib/members/commands';
import { settleReports } from '@/lib/moderation/commands';
import type { ResolveReportsInput, Verdict } from '@/lib/moderation/schema';

const outcomes = {
  hide: 'HIDDEN',
  warn: 'WARNED',
  suspend: 'SUSPENDED',
  nothing: 'NOTHING_WRONG',
} as const satisfies Record<Verdict, string>;

/** Decides on a reported post: every open report of it is settled, and what the verdict asks is done, in one commit. */
export function resolveReports(
  actor: Actor,
  input: ResolveReportsInput,
  options?: Options,
): Promise<{ settled: number }> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { post, verdict, reason } = input;
      const settled = await settleReports(ctx, { post, outcome: outcomes[verdict], reason });
      if (verdict !== 'nothing') await hidePost(ctx, { post, reason });
      if (verdict === 'warn' || verdict === 'suspend') await dealWithAuthor(ctx, input);
      return settled;
    },
    options,
  );
}

async function dealWithAuthor(ctx: Ctx, { post: id, verdict, reason, days }: ResolveReportsInput): Promise<void> {
  const memberId = found(await getPostAuthor(ctx, { id }));
  if (verdict === 'warn') await warnMember(ctx, { memberId, reason });
  else await suspendMember(ctx, { memberId, reason, until: days ? after(ctx.now, days * day) : null });
}
