import type { Reading } from '@/lib/core/context';
import { day } from '@/lib/core/time';

import { figureDays } from '../policy';
import { readPointFigures, type PointFigures } from '../sql';

/** How long repairs took at service points in the last 90 days and how many are there now, by the point, of those that handed over so many at least. */
export async function listPointFigures(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { least }: { least: number },
): Promise<Map<string, Omit<PointFigures, 'pointId'>>> {
  const since = new Date(now.getTime() - figureDays * day);
  const rows = await readPointFigures(db, { since, againDays: figureDays, least });
  return new Map(rows.map(({ pointId, ...figures }) => [pointId, figures]));
}
