import type { Reading } from '@/lib/core/context';
import { notOver } from '@/lib/core/time';

import { activeSuspension } from '../published';

type Now = Pick<Reading, 'db' | 'now'>;

const holdsAdmin = (now: Date) => ({ some: { roleKey: 'ADMIN', scopeType: null, ...notOver(now) } });

/** Whether a member can sign in as an administrator now: their address is proved, and they are not suspended. */
export async function hasAdmin({ db, now }: Now): Promise<boolean> {
  const found = await db.member.findFirst({
    where: { grants: holdsAdmin(now), emailVerifiedAt: { not: null }, suspensions: { none: activeSuspension(now) } },
    select: { id: true },
  });
  return found !== null;
}

/** The administrators, and whether each can sign in now. */
export async function listAdmins({ db, now }: Now) {
  const rows = await db.member.findMany({
    where: { grants: holdsAdmin(now) },
    orderBy: { createdAt: 'asc' },
    take: 100,
    select: {
      handle: true,
      name: true,
      email: true,
      emailVerifiedAt: true,
      suspensions: { where: activeSuspension(now), select: { until: true }, take: 1 },
      grants: { where: { roleKey: 'ADMIN', scopeType: null, ...notOver(now) }, select: { until: true }, take: 1 },
    },
  });
  return rows.map(({ suspensions, grants, emailVerifiedAt, ...member }) => ({
    ...member,
    proved: emailVerifiedAt !== null,
    suspended: suspensions.length > 0,
    until: grants[0]?.until ?? null,
    canSignIn: emailVerifiedAt !== null && suspensions.length === 0,
  }));
}
