import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { inOrderOf, readListPage } from '@/lib/core/list-page';
import { namedHandle } from '@/lib/members/published';

import { auditList, type AskedAudit } from './list';

type Wanted = { asked: AskedAudit; zone: string };

/** One page of what staff did. */
export async function listAudit({ db }: Pick<Reading, 'db'>, { asked, zone }: Wanted) {
  const page = await readListPage(auditList, asked, { db, zone });
  const entries = page.ids.length > 0 ? inOrderOf(page.ids, await readEntries(db, page.ids)) : [];
  const names = await nameSubjects(db, entries);
  const rows = entries.map((entry) => ({
    ...entry,
    member: names.members.get(entry.subjectId) ?? null,
    name: names.of(entry.subjectId),
    into: names.of(intoOf(entry.detail)),
  }));
  return { rows, page };
}

/** Who an address of the audit log means: by a handle, or by the id that its own links hold; null where it is nobody. */
export async function findAuditActor({ db }: Pick<Reading, 'db'>, { by = '' }: { by?: string }) {
  const handle = by.trim().replace(/^@/, '').toLowerCase();
  const rows = await db.$queryRaw<{ id: string; handle: string }[]>`
    SELECT p."id"::text, p."handle" FROM members.person p WHERE p."id" = ${isUuid(by) ? by : null}::uuid OR p."handle" = ${handle}`;
  return rows[0] ?? null;
}

async function readEntries(db: Reading['db'], ids: string[]) {
  return db.auditEntry.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      act: true,
      subjectType: true,
      subjectId: true,
      reason: true,
      detail: true,
      at: true,
      apiKey: true,
      actor: { select: namedHandle },
    },
  });
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
    SELECT m."id", m."name", '' AS "nameZh", m."handle", true AS "member" FROM members.named m WHERE m."id" = ANY(${ids('member')}::uuid[])
    UNION ALL SELECT d."id", d."title", d."titleZh", NULL, false FROM drops.drop d WHERE d."id" = ANY(${ids('drop')}::uuid[])
    UNION ALL SELECT r."id", r."title", r."titleZh", NULL, false FROM feedback.release r WHERE r."id" = ANY(${ids('release')}::uuid[])
    UNION ALL SELECT i."id", t."title", '', NULL, false FROM feedback.idea i JOIN forum.thread t ON t."id" = i."threadId" WHERE i."id" = ANY(${ideaIds}::uuid[])`;
  const members = new Map(
    rows.flatMap(({ id, name, handle, member }) => (member ? [[id, { id, name, handle }] as const] : [])),
  );
  const titles = new Map(
    rows.flatMap(({ id, name, nameZh, member }) => (member ? [] : [[id, { title: name, titleZh: nameZh }] as const])),
  );
  return { members, of: (id: string) => titles.get(id) ?? null };
}

type Named = { id: string; name: string; nameZh: string; handle: string | null; member: boolean };

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['rows'][number];
