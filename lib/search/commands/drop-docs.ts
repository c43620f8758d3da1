import type { Ctx } from '@/lib/core/context';

import type { DocKey } from '../form';

/** Takes subjects out of what is searched. */
export async function dropDocs(
  { db }: Pick<Ctx, 'db'>,
  { kind, ids }: Pick<DocKey, 'kind'> & { ids: string[] },
): Promise<void> {
  await db.searchDoc.deleteMany({ where: { kind, id: { in: ids } } });
}
