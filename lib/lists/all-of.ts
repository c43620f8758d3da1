import { mostBulkRows } from '@/lib/core/bulk';
import type { Reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { Refused } from '@/lib/core/errors';
import type { Asked, ListShape } from '@/lib/core/list';
import { readListIds, type Found } from '@/lib/core/list-page';

type Wanted = {
  list: ListShape;
  asked: Asked;
  /** What words and filters find, where the list's domain finds ids first. */
  find: (zone: string) => Promise<Found>;
};

/** The ids of all rows that a list's address names at this moment, read by one statement; refuses a search that was cut, and too many. */
export async function allOf({ db }: Pick<Reading, 'db'>, { list, asked, find }: Wanted): Promise<string[]> {
  const zone = await shopZone();
  const found = await find(zone);
  if (found.cut) throw new Refused('bulk-cut', 'the search found too much to do it to all');
  const all = { ...asked, from: undefined, back: false };
  const { ids, next } = await readListIds(list, all, { db, zone, found, size: mostBulkRows });
  if (next) throw new Refused('bulk-many', 'too many rows', { values: { most: mostBulkRows } });
  return ids;
}
