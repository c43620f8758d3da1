import type { SignedIn } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { notOver } from '@/lib/core/time';
import { permissionsOfAll } from '@/lib/permissions';

import { activeSuspension } from '../published';

/**
 * A member as they may act now, for work that goes on behind their back: none where they are suspended, or have signed out
 * everywhere since a version of their sessions.
 */
export async function getStaffActor(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { memberId, version }: { memberId: string; version: number | null },
): Promise<SignedIn | null> {
  const member = await db.member.findFirst({
    where: { id: memberId, sessionVersion: version ?? undefined, suspensions: { none: activeSuspension(now) } },
    select: {
      id: true,
      handle: true,
      name: true,
      avatar: true,
      locale: true,
      trust: true,
      emailVerifiedAt: true,
      grants: {
        where: { scopeType: null, ...notOver(now) },
        select: { role: { select: { key: true, name: true, nameZh: true, permissions: true } } },
      },
    },
  });
  if (!member) return null;
  const { grants, emailVerifiedAt, ...named } = member;
  const held = grants.map(({ role }) => role);
  return {
    kind: 'member',
    ...named,
    confirmed: emailVerifiedAt !== null,
    suspended: false,
    roles: held.map(({ key, name, nameZh }) => ({ key, name, nameZh })),
    permissions: permissionsOfAll(held),
  };
}
