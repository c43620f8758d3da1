import type { Reading } from '@/lib/core/context';

/** Whether a drop was ever planned. */
export async function hasDrop({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  return (await db.drop.findFirst({ select: { id: true } })) !== null;
}
