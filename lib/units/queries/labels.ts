import { namedVariant } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

import { canReadUnits } from '../policy';

/** The most labels of one sheet. */
export const mostLabels = 300;

const label = { id: true, serial: true, passport: true, variant: { select: namedVariant } } as const;

/**
 * The labels of one unit, or of those that were received with it: of the same variant at the same moment. By serial, at most `mostLabels` and one more,
 * which says that there are others.
 */
export async function listLabels({ db, actor }: Reading, { unitId, all }: { unitId: string; all: boolean }) {
  if (!canReadUnits(actor) || !isUuid(unitId)) return null;
  const unit = await db.unit.findUnique({
    where: { id: unitId },
    select: { ...label, variantId: true, createdAt: true },
  });
  if (!unit) return null;
  const { variantId, createdAt, ...one } = unit;
  const labels = all
    ? await db.unit.findMany({
        where: { variantId, createdAt },
        orderBy: { serial: 'asc' },
        take: mostLabels + 1,
        select: label,
      })
    : [one];
  return { serial: unit.serial, labels };
}

export type Label = NonNullable<Awaited<ReturnType<typeof listLabels>>>['labels'][number];
