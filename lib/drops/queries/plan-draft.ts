import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';
import { productTitle } from '@/lib/catalog/published';

import { mostWaves } from '../schema';

/** A plan as its form begins: with the units of its first wave by the names of their fields, and those of each further wave. */
export type PlanDraft = {
  productId: string;
  title: string;
  titleZh: string;
  summary: string;
  summaryZh: string;
  opensAt?: Date;
  closesAt?: Date;
  mode: DropMode;
  fairSeconds: number;
  needsReservation: boolean;
  proofOfWork: boolean;
  minTrust: number;
  holdMinutes: number;
  offerMinutes: number;
  regions: string[];
  units: Record<string, number>;
  further: Record<string, number>[];
};

const words = { productId: true, title: true, titleZh: true, summary: true, summaryZh: true } as const;
const terms = { mode: true, fairSeconds: true, needsReservation: true, proofOfWork: true, minTrust: true } as const;

/** A drop as the form of a plan shows it. An announced one has the units that it was announced with, without what came later. */
export async function getPlanDraft({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  const found = isUuid(id) ? await db.drop.findUnique({ where: { id }, select }) : null;
  if (!found) return null;
  const { version, announcedAt, cancelledAt, waves, product, holdSeconds, offerSeconds, ...rest } = found;
  const [units = {}, ...further] = waves.map(({ allotments }) =>
    unitsByField(
      allotments.map((each) => ({
        ...each,
        units: announcedAt ? each.movements.reduce((sum, { delta }) => sum + delta, 0) : each.units,
      })),
    ),
  );
  const draft: PlanDraft = {
    ...rest,
    opensAt: waves[0]?.opensAt,
    closesAt: waves[0]?.closesAt,
    holdMinutes: Math.max(1, Math.round(holdSeconds / 60)),
    offerMinutes: Math.max(1, Math.round(offerSeconds / 60)),
    units,
    further,
  };
  return {
    id,
    version,
    planned: !announcedAt && !cancelledAt,
    announcedAt,
    product,
    draft,
    codes: found._count.fCodes,
  };
}

/** Units by the names of the fields in which a form asks for them. */
export function unitsByField(
  allotments: readonly { variantId: string; channel: Channel; units: number }[],
): Record<string, number> {
  return Object.fromEntries(
    allotments.map(({ variantId, channel, units }) => [
      `units.${variantId}${channel === 'PUBLIC' ? '' : `.${channel}`}`,
      units,
    ]),
  );
}

const select = {
  ...words,
  ...terms,
  regions: true,
  holdSeconds: true,
  offerSeconds: true,
  version: true,
  announcedAt: true,
  cancelledAt: true,
  product: { select: productTitle },
  _count: { select: { fCodes: true } },
  waves: {
    orderBy: { number: 'asc' as const },
    take: mostWaves,
    select: {
      opensAt: true,
      closesAt: true,
      allotments: {
        select: {
          variantId: true,
          channel: true,
          units: true,
          movements: { where: { kind: 'OFFERED' as const }, select: { delta: true } },
        },
      },
    },
  },
};
