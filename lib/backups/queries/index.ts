import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

const shown = {
  id: true,
  cause: true,
  askedAt: true,
  startedAt: true,
  endedAt: true,
  step: true,
  steps: true,
  failure: true,
  file: true,
  bytes: true,
  rows: true,
  tables: true,
  files: true,
  namesOnly: true,
  missing: true,
  verifiedAt: true,
  spoiltAt: true,
  goneAt: true,
  verifyingAt: true,
  askedBy: { select: plainName },
} as const;

/** A backup as staff see it. */
export type BackupShown = Awaited<ReturnType<typeof listBackupRows>>['backups'][number];

const page = 20;

/** The newest backups before a given one, by its id, which begins with its time. */
export async function listBackupRows({ db }: Reading, { before }: { before?: string } = {}) {
  const rows = await db.backup.findMany({
    where: before ? { id: { lt: before } } : {},
    orderBy: { id: 'desc' },
    take: page + 1,
    select: shown,
  });
  const backups = rows
    .slice(0, page)
    .map(({ bytes, rows: count, ...row }) => ({ ...row, bytes: Number(bytes ?? 0), rows: Number(count ?? 0) }));
  return { backups, next: rows.length > page ? backups.at(-1)!.id : null };
}

/** What a job needs of a backup to read it again; null where there is none. */
export function getBackupFile({ db }: Reading, { id }: { id: string }) {
  return db.backup.findFirst({
    where: { id, file: { not: null }, goneAt: null, verifyingAt: { not: null } },
    select: { file: true },
  });
}

/** When the last good backup was asked for; null where there is none. */
export async function lastGoodAt({ db }: Pick<Reading, 'db'>): Promise<Date | null> {
  const row = await db.backup.findFirst({ where: good, orderBy: { askedAt: 'desc' }, select: { askedAt: true } });
  return row?.askedAt ?? null;
}

const good = { endedAt: { not: null }, failure: null, file: { not: null }, goneAt: null, spoiltAt: null } as const;

/** How much is wrong: tries that came to nothing since the last good backup, spoilt files, and one more where none was made for long. */
export async function countWrong({ db, now }: Pick<Reading, 'db' | 'now'>, most: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT (failed.count + spoilt.count + CASE WHEN late.yes AND failed.count = 0 THEN 1 ELSE 0 END)::int AS count
    FROM (SELECT max("askedAt") AS at FROM "Backup" WHERE "endedAt" IS NOT NULL AND "failure" IS NULL AND "file" IS NOT NULL AND "goneAt" IS NULL AND "spoiltAt" IS NULL) last,
      LATERAL (SELECT count(*) FROM (SELECT 1 FROM "Backup" WHERE "failure" IS NOT NULL AND ("askedAt" > last.at OR last.at IS NULL) LIMIT ${most}::int) failures) failed,
      LATERAL (SELECT count(*) FROM (SELECT 1 FROM "Backup" WHERE "spoiltAt" IS NOT NULL AND "goneAt" IS NULL LIMIT ${most}::int) damaged) spoilt,
      LATERAL (SELECT last.at < ${now}::timestamptz - interval '36 hours' AS yes) late`;
  return row!.count;
}
