import { isKnown, statusLink, variantTitle } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { isMended } from '../policy';
import { isBetween } from '../serial-range';

type Db = Pick<Reading, 'db'>;

const words = {
  ...{ id: true, slug: true, state: true, title: true, titleZh: true, danger: true, dangerZh: true },
  ...{ publishedAt: true, changedAt: true, product: { select: statusLink } },
} as const satisfies Prisma.RecallSelect;

/** Recalls that everybody reads: what is open, then what is closed, the newest first, few. */
export async function listPublicRecalls({ db }: Db) {
  const list = (state: 'OPEN' | 'CLOSED') =>
    db.recall.findMany({
      where: { state },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: 100,
      select: words,
    });
  const [open, closed] = await Promise.all([list('OPEN'), list('CLOSED')]);
  return { open, closed };
}

export type ListedRecall = Awaited<ReturnType<typeof listPublicRecalls>>['open'][number];

/** What a recall says of which units it means. */
export const recallScope = {
  ...{ scope: true, serialFrom: true, serialTo: true, dates: true, from: true, until: true },
  variant: { select: variantTitle },
} as const satisfies Prisma.RecallSelect;

/** One recall that everybody reads, open or closed; null for all others. A product that nobody knows of is named all the same: it was sold. */
export async function getPublicRecall({ db }: Db, { slug }: { slug: string }) {
  const recall = await db.recall.findUnique({
    where: { slug, state: { in: ['OPEN', 'CLOSED'] } },
    select: {
      ...words,
      ...{ cause: true, causeZh: true, task: true, taskZh: true, remedies: true },
      ...recallScope,
      serials: true,
    },
  });
  if (!recall) return null;
  const { serials, ...said } = recall;
  return { ...said, listed: serials.length, leads: isKnown(recall.product) };
}

export type PublicRecall = NonNullable<Awaited<ReturnType<typeof getPublicRecall>>>;

/**
 * Whether an open recall means a device, by how its serial may be written and the unit that it names, if one is known; one that was mended is meant no
 * more. Null where there is no such recall. A serial that nobody knows is meant by what the recall says of serials alone, so that the answer tells nothing of
 * what we know.
 */
export async function isMeant(
  { db }: Db,
  { slug, serials, unitId }: { slug: string; serials: readonly string[]; unitId: string | null },
): Promise<boolean | null> {
  const recall = await db.recall.findUnique({
    where: { slug, state: 'OPEN' },
    select: {
      id: true,
      scope: true,
      serialFrom: true,
      serialTo: true,
      serials: true,
      variant: { select: variantTitle },
    },
  });
  if (!recall) return null;
  const row = unitId && (await findRow(db, recall.id, unitId));
  if (row) return !(row.state === 'REMEDIED' && isMended(row.remedy));
  if (recall.scope === 'LIST') return serials.some((serial) => recall.serials.includes(serial));
  if (recall.scope === 'RANGE') return serials.some((serial) => isBetween(serial, recall.serialFrom, recall.serialTo));
  return recall.scope === 'GOODS' && recall.variant === null;
}

const findRow = (db: Db['db'], recallId: string, unitId: string) =>
  db.recallUnit.findUnique({ where: { recallId_unitId: { recallId, unitId } }, select: { state: true, remedy: true } });

/** The product of an open recall, for whoever looks a serial up in it. */
export async function getRecalledProduct({ db }: Db, { slug }: { slug: string }): Promise<string | null> {
  const recall = await db.recall.findUnique({ where: { slug, state: 'OPEN' }, select: { productId: true } });
  return recall?.productId ?? null;
}

/** Addresses of recalls that everybody reads. */
export async function listRecallAddresses({ db }: Db) {
  return db.recall.findMany({
    where: { state: { in: ['OPEN', 'CLOSED'] } },
    take: 1_000,
    select: { slug: true, changedAt: true },
  });
}
