import { db, type Db } from './db';

import { remembered } from './remembered';
import { emptyMarket, firstMarket, marketData, type StoredMarket } from './market';

/** The tag of all that shows where it is sent to and what that costs. */
export const marketTag = 'market';

const kept = remembered<StoredMarket>({
  name: 'markets',
  holds: 'The market under whose terms orders are made, which is read again after four seconds.',
  bytes: 1024 * 1024,
  keeps: ({ version }) => version > 0,
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
export function currentMarket(from: Pick<Db, 'marketVersion'> = db): Promise<StoredMarket> {
  return kept.get(() => readMarket(from));
}

/** The time zone of the shop: its days begin at midnight there, in figures, lists, files, backups and taxes alike. */
export async function shopZone(): Promise<string> {
  return (await currentMarket()).timeZone;
}

/** Reads it anew at the next question: this process has just saved another version. */
export function forgetMarket(): void {
  kept.forget();
}
