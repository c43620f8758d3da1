import type { Reading } from '@/lib/core/context';
import { unitSerial } from '@/lib/units/published';

import { groupBy } from '../choices/group-by';
import { recallKeys } from '../link-key';
import { listKeptBack } from './own';

/** A recall as its owners are told of it. */
export async function getRecallForNotice({ db }: Pick<Reading, 'db'>, { recallId }: { recallId: string }) {
  return db.recall.findUnique({
    where: { id: recallId },
    select: { title: true, titleZh: true, danger: true, dangerZh: true, task: true, taskZh: true, slug: true },
  });
}

type Link = {
  memberId: string;
  /** Whether their account has a proved address of its own. */
  hasMailbox: boolean;
  orderIds: string[];
  key: string;
  serials: string[];
};

/**
 * Whom links were made for, with what they open, the orders that brought it, and the serials of their devices, few of each; where `safe` of devices alone
 * that no recall means any more.
 */
export async function listLinks(
  { db }: Pick<Reading, 'db'>,
  { links, safe = false }: { links: readonly string[]; safe?: boolean },
): Promise<Link[]> {
  const found = await db.recallUnit.findMany({
    where: { linkId: { in: [...links] }, ownerId: { not: null } },
    orderBy: { id: 'asc' },
    select: { linkId: true, ownerId: true, orderId: true, unitId: true, unit: { select: unitSerial } },
  });
  const kept = safe ? await listKeptBack({ db }, { unitIds: found.map(({ unitId }) => unitId) }) : new Set<string>();
  const rows = found.filter(({ unitId }) => !kept.has(unitId));
  const owners = await listWithMailbox({ db }, [...new Set(rows.map(({ ownerId }) => ownerId!))]);
  return [...groupBy(rows, ({ linkId }) => linkId!)].map(([linkId, own]) => ({
    memberId: own[0]!.ownerId!,
    hasMailbox: owners.has(own[0]!.ownerId!),
    orderIds: own.flatMap(({ orderId }) => orderId ?? []).slice(0, 20),
    key: recallKeys.make(linkId),
    serials: own.slice(0, 20).map(({ unit }) => unit.serial),
  }));
}

async function listWithMailbox({ db }: Pick<Reading, 'db'>, memberIds: string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m."id"::text AS id FROM members.mailbox m JOIN members.person p ON p."id" = m."id"
    WHERE m."id" = ANY (${memberIds}::uuid[]) AND m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL`;
  return new Set(rows.map(({ id }) => id));
}

/** The links of all who were told of a recall. */
export async function listToldLinks(
  { db }: Pick<Reading, 'db'>,
  { recallId }: { recallId: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ linkId: string }[]>`
    SELECT DISTINCT x."linkId"::text AS "linkId" FROM "RecallUnit" x WHERE x."recallId" = ${recallId}::uuid AND x."linkId" IS NOT NULL AND x."told" > 0`;
  return rows.map(({ linkId }) => linkId);
}

/** The recalls that are open. */
export async function listOpenRecalls({ db }: Pick<Reading, 'db'>): Promise<{ id: string; title: string }[]> {
  return db.recall.findMany({ where: { state: 'OPEN' }, take: 200, select: { id: true, title: true } });
}
