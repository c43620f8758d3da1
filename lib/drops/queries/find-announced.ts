import type { Reading } from '@/lib/core/context';

import { announcedDrop } from '../published';

/** The id of a drop that was announced, by its slug; null for a plan and where there is none. */
export async function findAnnounced({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }): Promise<string | null> {
  const drop = await db.drop.findFirst({ where: { slug, ...announcedDrop }, select: { id: true } });
  return drop?.id ?? null;
}
