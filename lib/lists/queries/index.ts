import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { ListShape } from '@/lib/core/list';

/** The columns that the actor sees of a list, in the list's order: those they chose, or those it shows by itself. */
export async function getColumns({ db, actor }: Reading, { list }: { list: ListShape }): Promise<string[]> {
  const kept = isMember(actor)
    ? await db.listColumns.findUnique({
        where: { memberId_list: { memberId: actor.id, list: list.name } },
        select: { columns: true },
      })
    : null;
  const wanted = kept?.columns ?? list.shown;
  return list.columns.filter((column, at) => at === 0 || wanted.includes(column));
}
