import type { Reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { digestKey } from '@/lib/core/keys';
import { day } from '@/lib/core/time';

import { isSecretKey } from './secret-key';

/** How long an invitation can be accepted. */
export const invitationLifeMs = 7 * day;

const digests = digestKey('members.invitation');

/** What is kept of the key of an invitation. */
export const invitationDigest = (key: string): string => digests.sign(key);

/** The invitation of a key that can still be accepted; refuses with invitation-unknown, -used, -withdrawn or -over. */
export async function openInvitation({ db, now }: Pick<Reading, 'db' | 'now'>, key: string) {
  const row = isSecretKey(key)
    ? await db.invitation.findUnique({
        where: { digest: invitationDigest(key) },
        include: { role: true, invitedBy: { select: { name: true } } },
      })
    : null;
  if (!row) throw new Refused('invitation-unknown', 'no such invitation', { field: 'key' });
  if (row.acceptedAt) throw new Refused('invitation-used', 'invitation is accepted', { field: 'key' });
  if (row.withdrawnAt) throw new Refused('invitation-withdrawn', 'invitation is withdrawn', { field: 'key' });
  if (row.expiresAt <= now) throw new Refused('invitation-over', 'invitation is out of date', { field: 'key' });
  return row;
}

export type OpenInvitation = Awaited<ReturnType<typeof openInvitation>>;

/** The invitation of a key; null where it cannot be accepted any more. */
export async function invitationOf(
  now: Parameters<typeof openInvitation>[0],
  key = '',
): Promise<OpenInvitation | null> {
  return openInvitation(now, key).catch((error: unknown) => {
    if (error instanceof Refused) return null;
    throw error;
  });
}
