import { hasRole, isMember, roles } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import type { Channel } from '@/lib/core/prisma-client/enums';

import { emailKeyOf } from '../email-key';

type Row = { email: string | null; reserved: boolean; named: Channel[] };

export type Entitlement = { channels: Channel[]; emailKey: string | null; reserved: boolean };

/** Through which channels a member may claim in a drop, the narrowest first, and the digest of their address. */
export async function getEntitlement({ db, actor }: Reading, { dropId }: { dropId: string }): Promise<Entitlement> {
  if (!isMember(actor)) return { channels: [], emailKey: null, reserved: false };
  const [member] = await db.$queryRaw<Row[]>`
    SELECT m."email", EXISTS (SELECT 1 FROM "Reservation" r WHERE r."dropId" = ${dropId}::uuid AND r."memberId" = m."id") AS reserved,
      ARRAY(SELECT c."channel"::text FROM "ChannelMember" c WHERE c."dropId" = ${dropId}::uuid AND c."memberId" = m."id") AS named
    FROM "Member" m WHERE m."id" = ${actor.id}::uuid`;
  const { email, reserved, named } = found(member);
  const channels: Channel[] = [];
  if (named.includes('STAFF') || hasRole(actor, ...roles)) channels.push('STAFF');
  if (named.includes('BETA')) channels.push('BETA');
  if (reserved) channels.push('RESERVED');
  return { channels: [...channels, 'PUBLIC'], emailKey: emailKeyOf(email), reserved };
}
