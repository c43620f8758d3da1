import type { Reading } from '@/lib/core/context';

import { relyingParty } from '../relying-party';

/** A member's passkeys, oldest first, and whether each works at the address that this shop has now. */
export async function listOwnPasskeys({ db }: Pick<Reading, 'db'>, { memberId }: { memberId: string }) {
  const rows = await db.passkey.findMany({
    where: { memberId },
    select: {
      ...{ id: true, name: true, credentialId: true, transports: true, host: true },
      ...{ createdAt: true, lastUsedAt: true },
    },
    orderBy: { id: 'asc' },
    take: 20,
  });
  return rows.map((row) => ({ ...row, here: row.host === relyingParty().host }));
}

/** A passkey of a member's own that works here, with all that its signature is checked by; null for another's. */
export async function findOwnPasskey(
  { db }: Pick<Reading, 'db'>,
  { memberId, credentialId }: { memberId: string; credentialId: string },
) {
  return db.passkey.findFirst({
    where: { memberId, credentialId, host: relyingParty().host },
    select: {
      ...{ id: true, memberId: true, credentialId: true, publicKey: true },
      ...{ counter: true, syncable: true, transports: true },
    },
  });
}
