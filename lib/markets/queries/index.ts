import type { Reading } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { plainName } from '@/lib/members/published';

import { changedParts, type MarketPart } from '../parts';
import { emptyMarket, firstMarket, marketData, type StoredMarket } from '@/lib/core/market';

/** A version of the market in its history. */
export type MarketVersion = {
  version: number;
  parts: MarketPart[];
  /** Whether this program can read it, so that it may be put back. */
  readable: boolean;
  reason: string;
  at: Date;
  by: { name: string } | null;
};

/** The market as it stands, for what is planned or shown and not for the sale itself. */
export async function getMarket({ db }: Pick<Reading, 'db'>): Promise<StoredMarket> {
  return readMarket(db);
}

const page = 20;

/** The newest versions of the market before a given one, each with what changed in it and who saved it. */
export async function listMarketVersions(
  { db }: Reading,
  { before }: { before?: number } = {},
): Promise<{ versions: MarketVersion[]; next: number | null }> {
  const rows = await db.marketVersion.findMany({
    where: { market: firstMarket, ...(before !== undefined && { version: { lt: before } }) },
    orderBy: { version: 'desc' },
    take: page + 1,
    select: { version: true, data: true, reason: true, at: true, actor: { select: plainName } },
  });
  const read = rows.map((row) => ({ ...row, market: marketData.safeParse(row.data).data }));
  const versions = read.slice(0, page).map(({ version, market, reason, at, actor }, index) => {
    const before = index + 1 < read.length ? read[index + 1]!.market : emptyMarket;
    const parts = before && market ? changedParts(before, market) : [];
    return { ...{ version, reason, at, by: actor, parts }, readable: market !== undefined };
  });
  return { versions, next: rows.length > page ? versions.at(-1)!.version : null };
}

/** For how many days any version of the market ever protected a price at most; null where none did. */
export async function mostProtectedDays({ db }: Pick<Reading, 'db'>): Promise<number | null> {
  const [most] = await db.$queryRaw<{ days: number | null }[]>`
    SELECT max(("data"->'promises'->>'protection')::int) AS "days" FROM "MarketVersion"`;
  return most?.days || null;
}
