import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops, takesNames } from '../policy';
import type { NamedChannel, NameMembers } from '../schema';

/** Lets members claim from the units that a drop sets aside for a channel: all who are named, or none where one is not known. */
export async function nameMembers(
  ctx: Ctx,
  { dropId, channel, handles }: NameMembers,
): Promise<{ added: number; before: number }> {
  allow(canRunDrops(ctx.actor));
  await openNames(ctx, dropId, channel);
  const members = await ctx.db.$queryRaw<{ id: string; handle: string }[]>`
    SELECT "id", "handle" FROM members.person WHERE "handle" = ANY(${handles}::text[])`;
  const unknown = handles.filter((handle) => !members.some((each) => each.handle === handle));
  if (unknown.length > 0)
    throw new Refused('handles-unknown', 'Not everyone is known', {
      field: 'handles',
      values: { count: unknown.length, handles: unknown.map((handle) => `@${handle}`).join(', ') },
    });
  const named = await ctx.db.channelMember.createManyAndReturn({
    data: members.map(({ id }) => ({ dropId, memberId: id, channel, byId: memberId(ctx.actor), at: ctx.now })),
    skipDuplicates: true,
    select: { memberId: true },
  });
  const fresh = members.filter(({ id }) => named.some((each) => each.memberId === id)).map(({ handle }) => handle);
  if (fresh.length > 0)
    await audit(ctx, {
      act: 'drop.nameMembers',
      subject: ['drop', dropId],
      detail: { channel, handles: fresh.join(' ') },
    });
  return { added: fresh.length, before: members.length - fresh.length };
}

/** Takes a member's name off a channel of a drop. */
export async function unnameMember(
  ctx: Ctx,
  { dropId, channel, memberId: id }: { dropId: string; channel: NamedChannel; memberId: string },
): Promise<void> {
  allow(canRunDrops(ctx.actor));
  await openNames(ctx, dropId);
  const { count } = await ctx.db.channelMember.deleteMany({ where: { dropId, channel, memberId: id } });
  if (count === 0) return;
  const [member] = await ctx.db.$queryRaw<{ id: string; handle: string }[]>`
    SELECT "id", "handle" FROM members.person WHERE "id" = ${id}::uuid`;
  await audit(ctx, {
    act: 'drop.unnameMember',
    subject: ['drop', dropId],
    detail: { channel, handles: member?.handle ?? id },
  });
}

async function openNames(ctx: Ctx, dropId: string, channel?: NamedChannel): Promise<void> {
  const drop = found(
    await ctx.db.drop.findUnique({
      where: { id: dropId },
      select: {
        cancelledAt: true,
        waves: {
          orderBy: { number: 'asc' },
          select: { opensAt: true, closesAt: true, allotments: { select: { channel: true } } },
        },
      },
    }),
    'drop',
  );
  if (drop.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  if (!takesNames(drop, ctx.now)) throw new Refused('names-closed', 'A wave has opened');
  const asideFor = drop.waves.flatMap(({ allotments }) => allotments.map((each) => each.channel));
  if (channel && !asideFor.includes(channel))
    throw new Refused('channel-empty', 'No units are set aside', { field: 'channel' });
}
