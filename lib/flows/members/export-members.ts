import type { Actor } from '@/lib/core/actor';
import { isMember, may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { memberCells, memberHead } from '@/lib/members/export-cells';
import { findOne } from '@/lib/members/find-one';
import { memberList } from '@/lib/members/list';
import { findMembers } from '@/lib/members/queries/list-members';

import { exportRows, type Exported } from '@/lib/lists/export-rows';

/** Makes a file of the members that a list's address names, with their e-mail addresses and phones. */
export async function exportMembers(
  actor: Actor,
  { query, reason }: { query: Record<string, string | undefined>; reason: string },
): Promise<Exported> {
  if (!isMember(actor) || !may(actor, 'members.export')) throw notFound('list');
  const asked = readList(memberList, query);
  const ask = reading(actor);
  return exportRows({
    by: actor,
    list: memberList,
    asked,
    zone: await shopZone(),
    found: await findMembers(ask, asked, await findOne(actor, asked.q)),
    act: 'member.export',
    reason,
    head: memberHead,
    cells: (ids) => memberCells(ask, { ids }),
  });
}
