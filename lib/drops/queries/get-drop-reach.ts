import type { Reading } from '@/lib/core/context';
import { variantCurrency } from '@/lib/catalog/published';

/** Where a drop goes (nowhere named means everywhere) and in which currencies its units are sold. */
export async function getDropReach(
  { db }: Pick<Reading, 'db'>,
  { dropId }: { dropId: string },
): Promise<{ regions: string[]; currencies: string[] } | null> {
  const drop = await db.drop.findUnique({
    where: { id: dropId },
    select: { regions: true, waves: { select: { allotments: { select: { variant: { select: variantCurrency } } } } } },
  });
  if (!drop) return null;
  const currencies = drop.waves.flatMap(({ allotments }) => allotments.map(({ variant }) => variant.currency));
  return { regions: drop.regions, currencies: [...new Set(currencies)] };
}
