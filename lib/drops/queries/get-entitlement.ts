import { hasRole, isMember, roles } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { Channel } from '@/lib/core/prisma-client/enums';

import { emailKeyOf } from '../email-key';

export type Entitlement = { channels: Channel[]; emailKey: string | null; reserved: boolean };

/** Through which channels a member may claim in a drop, the narrowest first, and the digest of their address. */
export async function getEntitlement({ db, actor }: Reading, { dropId }: { dropId: string }): Promise<Entitlement> {
  if (!isMember(actor)) return { channels: [], emailKey: null, reserved: false };
  const member = await db.member.findUniqueOrThrow({
    where: { id: actor.id },
    relationLoadStrategy: 'join',
    select: {
      email: true,
      reservations: { where: { dropId }, select: { dropId: true }, take: 1 },
      channels: { where: { dropId }, select: { channel: true } },
    },
  });
  const reserved = member.reservations.length > 0;
  const named = new Set<Channel>(member.channels.map(({ channel }) => channel));
  const channels: Channel[] = [];
  if (named.has('STAFF') || hasRole(actor, ...roles)) channels.push('STAFF');
  if (named.has('BETA')) channels.push('BETA');
  if (reserved) channels.push('RESERVED');
  return { channels: [...channels, 'PUBLIC'], emailKey: emailKeyOf(member.email), reserved };
}
