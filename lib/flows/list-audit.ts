import type { Reading } from '@/lib/core/context';

const listSize = 40;

type Wanted = { act?: string; by?: string; after?: { at: Date; id: string } };

/** What staff did, newest first: all of it, one kind of act, or one person's. */
export async function listAudit({ db }: Pick<Reading, 'db'>, { act, by, after }: Wanted) {
  const rows = await db.auditEntry.findMany({
    where: {
      ...(act && { act }),
      ...(by && { actor: { handle: by } }),
      ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: listSize + 1,
    select: { id: true, act: true, subjectType: true, subjectId: true, reason: true, detail: true, at: true, actor: { select: { name: true, handle: true } } },
  });
  const entries = rows.slice(0, listSize);
  const ids = entries.filter(({ subjectType }) => subjectType === 'member').map(({ subjectId }) => subjectId);
  const members = await db.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, handle: true } });
  const byId = new Map(members.map((member) => [member.id, member]));
  return { entries: entries.map((entry) => ({ ...entry, member: byId.get(entry.subjectId) ?? null })), more: rows.length > listSize };
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['entries'][number];
