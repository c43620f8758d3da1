export const picture = { path: true, alt: true, altZh: true, variantId: true } as const;

const pictures = { where: { state: 'READY' }, orderBy: { position: 'asc' }, select: picture } as const;

/** The product as a drop's page shows it. */
export const productOfDrop = {
  id: true, handle: true, title: true, titleZh: true, tagline: true, taglineZh: true,
  images: { ...pictures, take: 12 },
} as const;

export const variantOfDrop = { id: true, position: true, title: true, titleZh: true, priceMinor: true, compareAtMinor: true, currency: true } as const;

/** The words and terms of a drop. */
export const dropWords = {
  id: true, slug: true, title: true, titleZh: true, summary: true, summaryZh: true,
  needsReservation: true, minTrust: true, holdSeconds: true, announcedAt: true, cancelledAt: true, cancelReason: true,
} as const;

export const wavesOfDrop = {
  orderBy: { number: 'asc' },
  select: {
    number: true, opensAt: true, closesAt: true,
    allotments: {
      orderBy: { variant: { position: 'asc' } },
      select: { id: true, units: true, remaining: true, variant: { select: variantOfDrop } },
    },
  },
} as const;

type Stock = { opensAt: Date; closesAt: Date; allotments: { units: number; remaining: number }[] };

/** Waves with the sums of their units. */
export function counted<W extends Stock>(waves: W[]) {
  const sum = (wave: W, what: 'units' | 'remaining') => wave.allotments.reduce((total, each) => total + each[what], 0);
  return waves.map((wave) => ({ ...wave, units: sum(wave, 'units'), remaining: sum(wave, 'remaining') }));
}
