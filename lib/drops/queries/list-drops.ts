import type { Reading } from '@/lib/core/context';
import { presentedProduct } from '@/lib/catalog/published';

import { phaseOf, waveAt, type Staged, type StagedWave } from '../policy';
import { counted, dropWords, pricedWaves, wavesOfDrop } from './shapes';
import { announcedDrop } from '../scopes';

const mostAhead = 24;
const mostPast = 24;

/** Announced drops: those open, those to come by opening, and the latest past ones. */
export async function listDrops(reading: Reading) {
  const ahead = await find(
    reading,
    { cancelledAt: null, waves: { some: { closesAt: { gt: reading.now } } } },
    mostAhead,
  );
  const past = await find(
    reading,
    { OR: [{ cancelledAt: { not: null } }, { waves: { none: { closesAt: { gt: reading.now } } } }] },
    mostPast,
  );
  const soonest = ahead.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  return {
    live: soonest.filter(({ phase }) => phase !== 'upcoming'),
    upcoming: soonest.filter(({ phase }) => phase === 'upcoming'),
    past: past.toSorted((a, b) => b.opensAt.getTime() - a.opensAt.getTime()),
  };
}

export type ListedDrop = Awaited<ReturnType<typeof listDrops>>['live'][number];

async function find({ db, now }: Reading, where: object, take: number) {
  const rows = await db.drop.findMany({
    where: { ...announcedDrop, ...where },
    orderBy: { announcedAt: 'desc' },
    take,
    select: { ...dropWords, product: { select: presentedProduct }, waves: wavesOfDrop(now) },
  });
  return rows.map(({ waves, ...drop }) => summed({ ...drop, waves: counted(pricedWaves(waves)) }, now));
}

type Counted = StagedWave & { units: number; allotments: { variant: { priceMinor: number; currency: string } }[] };

function summed<D extends Staged<Counted>>(drop: D, now: Date) {
  const { waves, ...rest } = drop;
  const wave = waveAt(waves, now);
  const prices = waves.flatMap((each) => each.allotments.map(({ variant }) => variant));
  const cheapest = prices.toSorted((a, b) => a.priceMinor - b.priceMinor)[0];
  return {
    ...rest,
    phase: phaseOf(drop, now),
    opensAt: wave?.opensAt ?? now,
    closesAt: wave?.closesAt ?? now,
    units: waves.reduce((sum, each) => sum + each.units, 0),
    remaining: waves.reduce((sum, each) => sum + each.remaining, 0),
    fromMinor: cheapest?.priceMinor ?? 0,
    currency: cheapest?.currency ?? 'USD',
  };
}
