import type { Prisma } from '@/lib/core/prisma-client/client';
import type { Channel } from '@/lib/core/prisma-client/enums';
import { priced, pricedVariant, variantOrder } from '@/lib/catalog/published';

import { remainingIn } from '../policy';

/** The words and terms of a drop. */
export const dropWords = {
  id: true,
  slug: true,
  title: true,
  titleZh: true,
  summary: true,
  summaryZh: true,
  mode: true,
  fairSeconds: true,
  proofOfWork: true,
  regions: true,
  offerSeconds: true,
  needsReservation: true,
  minTrust: true,
  holdSeconds: true,
  version: true,
  announcedAt: true,
  cancelledAt: true,
  cancelReason: true,
} as const;

/** The waves of a drop with what they offer, at the prices of a moment. */
export const wavesOfDrop = (now: Date) =>
  ({
    orderBy: { number: 'asc' as const },
    select: {
      id: true,
      number: true,
      opensAt: true,
      closesAt: true,
      pausedAt: true,
      movedFrom: true,
      moveReason: true,
      decidedAt: true,
      seedHash: true,
      allotments: {
        orderBy: [{ variant: variantOrder }, { channel: 'asc' as const }],
        select: {
          id: true,
          variantId: true,
          channel: true,
          units: true,
          remaining: true,
          variant: { select: pricedVariant(now) },
        },
      },
    },
  }) satisfies Prisma.WaveFindManyArgs;

type Stock = { allotments: { channel: Channel; units: number; remaining: number }[] };
/** Waves as they are read, each variant with what it costs. */
export function pricedWaves<V extends Parameters<typeof priced>[0], U extends { variant: V }, W>(
  waves: (W & { allotments: (U & { variant: V })[] })[],
) {
  return waves.map(({ allotments, ...wave }) => ({
    ...wave,
    allotments: allotments.map((unit) => ({ ...unit, variant: priced(unit.variant) })),
  }));
}

/** Waves with the sums of their units; what is held back for F-codes is not among what remains. */
export function counted<W extends Stock>(waves: W[]) {
  const units = (wave: W) => wave.allotments.reduce((total, each) => total + each.units, 0);
  return waves.map((wave) => ({ ...wave, units: units(wave), remaining: remainingIn(wave.allotments) }));
}
