import { isMember, type SignedIn } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { db as everyone } from '@/lib/core/db';
import { found } from '@/lib/core/errors';
import { batched, inInputOrder, coalesceNext } from '@/lib/core/batching';
import type { Channel } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import { emailKeyOf } from '../email-key';

export type Entitlement = { channels: Channel[]; emailKey: string | null; reserved: boolean };

/** Through which channels a member may claim in a drop, the narrowest first, and the digest of their address. */
export async function getEntitlement({ db, actor }: Reading, { dropId }: { dropId: string }): Promise<Entitlement> {
  if (!isMember(actor)) return { channels: [], emailKey: null, reserved: false };
  const [row] = await readRows(db, [{ dropId, memberId: actor.id }]);
  return entitlement(found(row));
}

/** The same where many ask at once and share the statement, outside any transaction. */
export async function getEntitlementBatched(member: SignedIn, dropId: string): Promise<Entitlement> {
  return entitlement(found(await inTurn({ dropId, memberId: member.id })));
}

const inTurn = batched((asked: Asked[]) => readRows(everyone, asked), coalesceNext);

type Asked = { dropId: string; memberId: string };
type Row = { email: string | null; reserved: boolean; named: Channel[]; place: number };

// One for each that is asked about, in order.
async function readRows(db: Raw, asked: Asked[]): Promise<(Row | undefined)[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT asked.place::int, m."email", EXISTS (SELECT 1 FROM "Reservation" r WHERE r."dropId" = asked.drop AND r."memberId" = m."id") AS reserved,
      ARRAY(SELECT c."channel"::text FROM "ChannelMember" c WHERE c."dropId" = asked.drop AND c."memberId" = m."id") AS named
    FROM unnest(${asked.map(({ dropId }) => dropId)}::uuid[], ${asked.map(({ memberId }) => memberId)}::uuid[]) WITH ORDINALITY AS asked(drop, member, place)
      JOIN members.mailbox m ON m."id" = asked.member`;
  return inInputOrder(rows, asked.length);
}

// Only whom operations named claim from the units for staff: a role by itself gives none, so nothing changes while a wave is open.
function entitlement({ email, reserved, named }: Row): Entitlement {
  const channels: Channel[] = [];
  if (named.includes('STAFF')) channels.push('STAFF');
  if (named.includes('BETA')) channels.push('BETA');
  if (reserved) channels.push('RESERVED');
  return { channels: [...channels, 'PUBLIC'], emailKey: emailKeyOf(email), reserved };
}
