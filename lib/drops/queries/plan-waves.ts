import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

import { unitsByField } from './plan-draft';

/** A further wave of a plan as its form begins: with its units by the names of their fields. */
export type PlanWave = { number: number; opensAt: Date; closesAt: Date; units: Record<string, number> };

/** The waves of a drop after its first, to be changed while it is a plan; null where there is no such drop. */
export async function getPlanWaves({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  const found = isUuid(id) ? await db.drop.findUnique({ where: { id }, select }) : null;
  if (!found) return null;
  const { announcedAt, cancelledAt, waves, ...drop } = found;
  const further = waves.map(({ allotments, ...wave }): PlanWave => ({ ...wave, units: unitsByField(allotments) }));
  return { ...drop, planned: !announcedAt && !cancelledAt, announcedAt, waves: further };
}

const select = {
  version: true,
  title: true,
  titleZh: true,
  productId: true,
  announcedAt: true,
  cancelledAt: true,
  waves: {
    where: { number: { gt: 1 } },
    orderBy: { number: 'asc' as const },
    select: {
      number: true,
      opensAt: true,
      closesAt: true,
      allotments: { select: { variantId: true, channel: true, units: true } },
    },
  },
};
