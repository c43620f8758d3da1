import type { SignedIn } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { notOver } from '@/lib/core/time';

import { readStandings } from './read-standing';

/**
 * A member as they may act now, for work that goes on behind their back: none where they are suspended, or have signed out
 * everywhere since a version of their sessions. Who has lost the second factor that their roles ask for is allowed nothing.
 */
export async function getStaffActor(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { memberId, version }: { memberId: string; version: number | null },
): Promise<SignedIn | null> {
  const [member, standings] = await Promise.all([
    db.member.findFirst({
      where: { id: memberId, sessionVersion: version ?? undefined },
      select: {
        grants: {
          where: { scopeType: null, ...notOver(now) },
          select: { role: { select: { key: true, name: true, nameZh: true } } },
        },
      },
    }),
    readStandings({ db, now }, { ids: [memberId] }),
  ]);
  const standing = standings.get(memberId);
  return member && standing
    ? { kind: 'member', ...standing, suspended: false, roles: member.grants.map(({ role }) => role) }
    : null;
}
