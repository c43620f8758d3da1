import type { Reading } from '@/lib/core/context';

/** Whether nobody is known to have a unit in hand. */
export async function isHeldByNobody({ db }: Pick<Reading, 'db'>, { unitId }: { unitId: string }): Promise<boolean> {
  return (await db.holding.count({ where: { unitId, until: null } })) === 0;
}
