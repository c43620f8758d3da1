import type { Ctx } from '@/lib/core/context';

const most = 1_000_000;

/** The place behind all other pages. */
export async function nextPosition({ db }: Ctx): Promise<number> {
  const { _max } = await db.page.aggregate({ _max: { position: true } });
  return Math.min(most, (_max.position ?? 0) + 1);
}
