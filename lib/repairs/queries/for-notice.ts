import type { Reading } from '@/lib/core/context';
import { repairedUnit } from '@/lib/units/published';

/** A repair with the fields of its notices; `first` is the state in which it began, `quote` the version that is named, or the newest. */
export async function getRepairForNotice(
  { db }: Pick<Reading, 'db'>,
  { repairId, version }: { repairId: string; version?: number },
) {
  const found = await db.repair.findUnique({
    where: { id: repairId },
    select: {
      ...{ number: true, memberId: true, orderId: true, answer: true, currency: true, carrier: true, tracking: true },
      ...{ handedBy: true, unit: { select: repairedUnit } },
      quotes: {
        where: version === undefined ? {} : { version },
        orderBy: { version: 'desc' },
        take: 1,
        select: { amountMinor: true, text: true, uncovered: true },
      },
      steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 1, select: { state: true } },
    },
  });
  if (!found) return null;
  const { steps, quotes, ...repair } = found;
  return { ...repair, quote: quotes[0], first: steps[0]?.state };
}
export type ToldRepair = NonNullable<Awaited<ReturnType<typeof getRepairForNotice>>>;
