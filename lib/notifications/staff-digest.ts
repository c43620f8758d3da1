import type { Ctx } from '@/lib/core/context';
import { after, second } from '@/lib/core/time';

import { usualChannels, type StaffChannel, type StaffKind } from './choices/staff-kinds';
import { kindOf } from './staff-kinds';

// What is being committed now is counted next time; a transaction is given no longer than this.
const settlesMs = 30 * second;

/**
 * How much of a kind happened since staff were told of it last; 0 while it is too early to tell them again. What is counted here is
 * counted by nobody else: the digest's row is held until the commit. The first time nothing is told: what came before is no news.
 */
export async function takeDigest(ctx: Ctx, kind: StaffKind): Promise<number> {
  const to = after(ctx.now, -settlesMs);
  await ctx.db.staffDigest.createMany({ data: [{ kind, until: to, nextAt: ctx.now }], skipDuplicates: true });
  const [digest] = await ctx.db.$queryRaw<{ until: Date }[]>`
    SELECT "until" FROM "StaffDigest" WHERE "kind" = ${kind} AND "nextAt" <= ${ctx.now} AND "until" < ${to} FOR UPDATE SKIP LOCKED`;
  if (!digest) return 0;
  const { pauseMs, count: countIn } = kindOf[kind];
  const count = await countIn(ctx, { from: digest.until, to });
  const nextAt = count > 0 ? after(ctx.now, pauseMs) : ctx.now;
  await ctx.db.staffDigest.update({ where: { kind }, data: { until: to, nextAt }, select: { kind: true } });
  return count;
}

/** Of these staff, who hears of a kind over each channel, by id; of webhooks their own ids, where they are not disabled. */
export async function channelsOfStaff(
  ctx: Ctx,
  { kind, staff }: { kind: StaffKind; staff: string[] },
): Promise<Record<StaffChannel, string[]>> {
  const chosen = await ctx.db.staffNoticeChoice.findMany({ where: { kind, memberId: { in: staff } } });
  const over = (channel: StaffChannel) =>
    staff.filter((id) =>
      (chosen.find(({ memberId }) => memberId === id)?.channels ?? usualChannels(kind)).includes(channel),
    );
  const webhooks = await ctx.db.staffWebhook.findMany({
    where: { memberId: { in: over('webhook') }, disabledAt: null },
    select: { id: true },
  });
  return { app: over('app'), mail: over('mail'), webhook: webhooks.map(({ id }) => id) };
}
