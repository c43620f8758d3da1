import { isMember, isStaff } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';

import type { ChooseColumns } from '../schema';

const mostLists = 50;

/** Keeps which columns a staff member sees in a list; none gives back those that the list shows by itself. */
export async function chooseColumns(ctx: Ctx, { list, columns }: ChooseColumns): Promise<void> {
  if (!isMember(ctx.actor) || !isStaff(ctx.actor)) throw notFound('list');
  const memberId = ctx.actor.id;
  if (columns.length === 0) return void (await ctx.db.listColumns.deleteMany({ where: { memberId, list } }));
  const others = await ctx.db.listColumns.count({ where: { memberId, list: { not: list } } });
  // The names of lists come from a form: nobody fills the table with others.
  if (others >= mostLists) throw notFound('list');
  const kept = { columns: [...new Set(columns)], at: ctx.now };
  await ctx.db.listColumns.upsert({
    where: { memberId_list: { memberId, list } },
    create: { memberId, list, ...kept },
    update: kept,
  });
}
