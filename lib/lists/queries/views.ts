import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isOfStaff, plainName } from '@/lib/members/published';

/** Views of a list: the actor's own, then those that colleagues share; none of somebody who is of the staff no more. */
export async function listViews({ db, actor, now }: Reading, { list }: { list: string }) {
  if (!isMember(actor)) return [];
  const memberId = actor.id;
  const rows = await db.listView.findMany({
    where: { list, OR: [{ memberId }, { shared: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 100,
    select: {
      id: true,
      name: true,
      query: true,
      shared: true,
      memberId: true,
      member: { select: { ...plainName, grants: isOfStaff(now) } },
    },
  });
  const views = rows.flatMap(({ member: { grants, name: by }, memberId: owner, ...view }) =>
    owner === memberId ? [{ ...view, mine: true, by }] : grants.length > 0 ? [{ ...view, mine: false, by }] : [],
  );
  return views.toSorted((one, other) => Number(other.mine) - Number(one.mine));
}

export type SavedView = Awaited<ReturnType<typeof listViews>>[number];
