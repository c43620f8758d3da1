import { bounded } from './bounded';
import { db, type Db } from './db';
import { second } from './time';

import { emptyMarket, firstMarket, marketData, type StoredMarket } from './market';

/** The tag of all that shows where it is sent to and what that costs. */
export const marketTag = 'market';

const kept = bounded<StoredMarket>({
  name: 'markets',
  holds: 'The market under whose terms orders are made, which is read again after four seconds.',
  count: 1,
  bytes: 1024 * 1024,
  ttl: 4 * second,
  sizeOf: (market) => 2 * JSON.stringify(market).length,
});

/** Reads the market from the database. Terms that cannot be read are thrown: nothing may be sold under others. */
export async function readMarket(from: Pick<Db, 'marketVersion'> = db): Promise<StoredMarket> {
  const row = await from.marketVersion.findFirst({
    where: { market: firstMarket },
    orderBy: { version: 'desc' },
    select: { market: true, version: true, data: true },
  });
  return row ? { ...marketData.parse(row.data), market: row.market, version: row.version } : emptyMarket;
}

/** The market for what is sold. At most five seconds old in every process; no statement for most who ask. */
export async function currentMarket(from: Pick<Db, 'marketVersion'> = db): Promise<StoredMarket> {
  const known = kept.get('current');
  if (known) return known;
  const read = await readMarket(from);
  if (read.version > 0) kept.set('current', read);
  return read;
}

/** Reads it anew at the next question: this process has just saved another version. */
export function forgetMarket(): void {
  kept.delete('current');
}
