import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { hour } from '@/lib/core/time';
import { noMoney } from '@/lib/outside/payments/is-money';
import { getLastBooksProof, proveBooks, type MoneyFault } from '@/lib/accounting/prove-books';

import { bookChanges } from './book-changes';

/** Writes the books up to now and proves them; answers what does not agree. */
export async function writeAndProve(now: Date): Promise<MoneyFault[]> {
  await bookChanges(now, { since: new Date(0) });
  return inTransaction(system, (ctx) => proveBooks(ctx, { skips: noMoney() }), { now });
}

/** Proves the books once a day; answers how much did not agree. */
export async function proveBooksNightly(now: Date): Promise<number> {
  const last = await getLastBooksProof(reading(system, now));
  if (last && isRecent(last.at, now)) return 0;
  const faults = await writeAndProve(now);
  if (faults.length > 0) log.error({ faults: faults.slice(0, 5), count: faults.length }, 'the books do not agree');
  return faults.length;
}

// A proof of a moment that is still to come is of a clock that went ahead.
const isRecent = (at: Date, now: Date): boolean => at <= now && now.getTime() - at.getTime() < 22 * hour;
