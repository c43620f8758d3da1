import type { Reading } from '@/lib/core/context';

import { dropName } from '../published';

/** The names of the newest drops, and of one more that is asked for, to choose from. */
export async function listDropNames({ db }: Pick<Reading, 'db'>, { also }: { also?: string }) {
  const select = { id: true, ...dropName } as const;
  const newest = await db.drop.findMany({ orderBy: { id: 'desc' }, take: 100, select });
  if (!also || newest.some(({ id }) => id === also)) return newest;
  const one = await db.drop.findUnique({ where: { id: also }, select });
  return one ? [...newest, one] : newest;
}
