import { isMember, isStaff } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { notFound, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { takeTurns } from '@/lib/core/take-turns';

import type { ChangeView, SaveView } from '../schema';

/** How many views of one list a member keeps, and how many of it all staff share. */
export const mostViews = 20;

/** Keeps a list's address under a name; the flow has asked whether the actor may see the list. */
export async function saveView(ctx: Ctx, { list, name, query, shared }: SaveView): Promise<void> {
  const memberId = staffId(ctx);
  await lockList(ctx, list);
  if ((await ctx.db.listView.count({ where: { memberId, list } })) >= mostViews)
    throw new Refused('views-many', 'too many views', { values: { most: mostViews } });
  if (shared) await refuseTooManyShared(ctx, list);
  const { count } = await ctx.db.listView.createMany({
    data: [{ id: uuid7(ctx.now), memberId, list, name, query, shared, at: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Refused('view-named', 'there is one of this name', { field: 'name' });
}

/** Gives one's own view another name, shares it, or keeps it to oneself again. */
export async function changeView(ctx: Ctx, { id, name, shared }: ChangeView): Promise<void> {
  const memberId = staffId(ctx);
  const view = await ctx.db.listView.findFirst({ where: { id, memberId }, select: { list: true } });
  if (!view) throw notFound('view');
  const { list } = view;
  await lockList(ctx, list);
  if (shared) await refuseTooManyShared(ctx, list, id);
  const named = await ctx.db.listView.count({ where: { memberId, list, name, id: { not: id } } });
  if (named > 0) throw new Refused('view-named', 'there is one of this name', { field: 'name' });
  await ctx.db.listView.updateMany({ where: { id, memberId }, data: { name, shared } });
}

/** Takes one's own view away. */
export async function deleteView(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { count } = await ctx.db.listView.deleteMany({ where: { id, memberId: staffId(ctx) } });
  if (count === 0) throw notFound('view');
}

function staffId({ actor }: Ctx): string {
  if (!isMember(actor) || !isStaff(actor)) throw notFound('view');
  return actor.id;
}

// Views are counted before one is written: one writer at a time for each list.
async function lockList({ db }: Ctx, list: string): Promise<void> {
  await takeTurns(db, `views:${list}`);
}

async function refuseTooManyShared({ db }: Ctx, list: string, but?: string): Promise<void> {
  const count = await db.listView.count({ where: { list, shared: true, id: { not: but } } });
  if (count >= mostViews) throw new Refused('views-shared', 'too many are shared', { values: { most: mostViews } });
}
