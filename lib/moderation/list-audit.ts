import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { namedHandle, ofHandle } from '@/lib/members/published';

const listSize = 40;

type Wanted = { act?: string; by?: string; after?: { at: Date; id: string } };

/** What staff did, newest first: all of it, one kind of act, or one person's. */
export async function listAudit({ db }: Pick<Reading, 'db'>, { act, by, after }: Wanted) {
  const rows = await db.auditEntry.findMany({
    where: {
      ...(act && { act }),
      ...(by && { actor: ofHandle(by) }),
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
      actor: { select: namedHandle },
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
  const rows = await db.$queryRaw<Named[]>`
    SELECT m."id", m."name", '' AS "nameZh", m."handle" FROM members.person m WHERE m."id" = ANY(${ids('member')}::uuid[])
    UNION ALL SELECT d."id", d."title", d."titleZh", NULL FROM drops.drop d WHERE d."id" = ANY(${ids('drop')}::uuid[])
    UNION ALL SELECT r."id", r."title", r."titleZh", NULL FROM feedback.release r WHERE r."id" = ANY(${ids('release')}::uuid[])
    UNION ALL SELECT i."id", t."title", '', NULL FROM feedback.idea i JOIN forum.thread t ON t."id" = i."threadId" WHERE i."id" = ANY(${ideaIds}::uuid[])`;
  const members = new Map(
    rows.flatMap(({ id, name, handle }) => (handle === null ? [] : [[id, { id, name, handle }] as const])),
  );
  const titles = new Map(
    rows.flatMap(({ id, name, nameZh, handle }) =>
      handle === null ? [[id, { title: name, titleZh: nameZh }] as const] : [],
    ),
  );
  return { members, of: (id: string) => titles.get(id) ?? null };
}

type Named = { id: string; name: string; nameZh: string; handle: string | null };

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['entries'][number];
