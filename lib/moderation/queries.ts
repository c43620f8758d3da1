import type { Reading } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { currentSettings, readSettings, type Stored } from '@/lib/core/shop-settings';
import { inOrderOf, readListPage, type ListPage } from '@/lib/core/list-page';

import { findReportCases } from './find-report-cases';
import { canModerate } from './policy';
import { reportList, type AskedReports, type caseStates, type reportOutcomes } from './list';
import { reasonSettings } from './reason-settings';
import type { ReportReason } from './choices';

/** What one member said against a post. */
export type OpenReport = {
  id: string;
  reason: string;
  /** The words of the reason as they were when it was sent. */
  label: string;
  labelZh: string;
  note: string;
  at: Date;
  by: { handle: string; name: string; avatar: string | null };
};

/** A reported post: what is said against it, and what was decided. */
export type ReportCase = {
  id: string;
  postId: string;
  state: (typeof caseStates)[number];
  count: number;
  openedAt: Date;
  outcome: (typeof reportOutcomes)[number] | null;
  decision: string;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** The oldest reports; `count` says how many there are. */
  reports: OpenReport[];
};

const mostOfOnePost = 50;

type Row = Omit<ReportCase, 'reports'> & { said: (Omit<OpenReport, 'at'> & { at: string })[] };
type Wanted = { asked: AskedReports; zone: string };

/** One page of reported posts. Three statements, and one more where reports, boards or people limit it. */
export async function listReportCases(
  reading: Reading,
  { asked, zone }: Wanted,
): Promise<{ rows: ReportCase[]; page: ListPage; cut: boolean }> {
  allow(canModerate(reading.actor), 'not-found');
  const found = await findReportCases(reading, { asked, zone });
  const page = await readListPage(reportList, asked, { db: reading.db, zone, found });
  return { rows: page.ids.length > 0 ? await readCases(reading, page.ids) : [], page, cut: found.cut };
}

async function readCases({ db }: Pick<Reading, 'db'>, ids: string[]): Promise<ReportCase[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id"::text, c."postId"::text, c."state"::text, c."reports" AS "count", c."openedAt", c."outcome"::text, c."reason" AS "decision", c."decidedAt",
      (SELECT p."name" FROM members.person p WHERE p."id" = c."decidedById") AS "decidedBy",
      (SELECT coalesce(json_agg(json_build_object('id', r."id", 'reason', r."reason", 'label', r."reasonLabel", 'labelZh', r."reasonLabelZh", 'note', r."note", 'at', r."createdAt",
          'by', json_build_object('handle', p."handle", 'name', p."name", 'avatar', p."avatar")) ORDER BY r."createdAt", r."id"), '[]')
       FROM (SELECT x.* FROM "Report" x WHERE x."postId" = c."postId" AND x."resolvedAt" IS NOT DISTINCT FROM c."decidedAt"
             ORDER BY x."createdAt", x."id" LIMIT ${mostOfOnePost}) r JOIN members.person p ON p."id" = r."reporterId") AS "said"
    FROM "ReportCase" c WHERE c."id" = ANY(${ids}::uuid[])`;
  return inOrderOf(
    ids,
    rows.map(({ said, ...row }) => ({ ...row, reports: said.map((each) => ({ ...each, at: new Date(each.at) })) })),
  );
}

/** Every reason for which a post may be or might once be reported, for filters; at most five seconds old. */
export const knownReasons = async (): Promise<ReportReason[]> => (await currentSettings(reasonSettings)).reasons;

/** The same as they are saved at this moment, for who arranges them. */
export const listReasons = (reading: Pick<Reading, 'db'>): Promise<Stored<{ reasons: ReportReason[] }>> =>
  readSettings(reasonSettings, reading.db);
