import type { Reading } from '@/lib/core/context';
import { may } from '@/lib/core/actor';
import { namedHandle } from '@/lib/members/published';

/** Who owned a unit, its codes and the requests for it, for staff who read units: the newest first, few of each. */
export async function listOfUnit({ db, actor }: Reading, { unitId }: { unitId: string }) {
  if (!may(actor, 'units.read')) return { owners: [], transfers: [], claims: [] };
  const [owners, transfers, claims] = await Promise.all([
    db.ownership.findMany({
      where: { unitId },
      orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { id: true, registeredAt: true, endedAt: true, member: { select: namedHandle } },
    }),
    db.ownerTransfer.findMany({
      where: { unitId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: { id: true, state: true, createdAt: true },
    }),
    db.ownerClaim.findMany({
      where: { unitId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: { id: true, state: true, createdAt: true },
    }),
  ]);
  return { owners, transfers, claims };
}

export type OfUnit = Awaited<ReturnType<typeof listOfUnit>>;
