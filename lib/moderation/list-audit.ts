import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

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
    select: {
      id: true,
      act: true,
      subjectType: true,
      subjectId: true,
      reason: true,
      detail: true,
      at: true,
      actor: { select: { name: true, handle: true } },
    },
  });
  const entries = rows.slice(0, listSize);
  const names = await nameSubjects(db, entries);
  return {
    entries: entries.map((entry) => ({
      ...entry,
      member: names.members.get(entry.subjectId) ?? null,
      name: names.of(entry.subjectId),
      into: names.of(intoOf(entry.detail)),
    })),
    more: rows.length > listSize,
  };
}

type Entry = { subjectType: string; subjectId: string; detail: unknown };

const intoOf = (detail: unknown): string => String(((detail ?? {}) as { into?: unknown }).into ?? '');

/** How the things that were acted upon are called; ids alone tell a reader nothing. */
async function nameSubjects(db: Reading['db'], entries: Entry[]) {
  const ids = (type: string) =>
    entries
      .filter(({ subjectType }) => subjectType === type)
      .map(({ subjectId }) => subjectId)
      .filter(isUuid);
  const ideaIds = [...ids('idea'), ...entries.map(({ detail }) => intoOf(detail)).filter(isUuid)];
  const [members, drops, ideas, releases] = await Promise.all([
    db.member.findMany({ where: { id: { in: ids('member') } }, select: { id: true, name: true, handle: true } }),
    db.drop.findMany({ where: { id: { in: ids('drop') } }, select: { id: true, title: true } }),
    db.idea.findMany({ where: { id: { in: ideaIds } }, select: { id: true, thread: { select: { title: true } } } }),
    db.release.findMany({ where: { id: { in: ids('release') } }, select: { id: true, title: true } }),
  ]);
  const titles = new Map(
    [...drops, ...ideas.map(({ id, thread }) => ({ id, title: thread.title })), ...releases].map(({ id, title }) => [
      id,
      title,
    ]),
  );
  return { members: new Map(members.map((member) => [member.id, member])), of: (id: string) => titles.get(id) ?? null };
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['entries'][number];
