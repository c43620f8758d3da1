import { found } from '@/lib/core/errors';
import type { Reading } from '@/lib/core/context';
import { firstMarket, marketData, type MarketData } from '@/lib/core/market';
import { readOldVersion } from '@/lib/core/old-version';

/** The terms of an older version; refuses one that is not there, and with version-unreadable one that cannot be read any more. */
export async function getOldTerms({ db }: Pick<Reading, 'db'>, version: number): Promise<MarketData> {
  const row = await db.marketVersion.findUnique({
    where: { market_version: { market: firstMarket, version } },
    select: { version: true, data: true },
  });
  return readOldVersion(marketData, found(row));
}
