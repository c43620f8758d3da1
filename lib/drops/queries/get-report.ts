import type { Reading } from '@/lib/core/context';
import type { Channel } from '@/lib/core/prisma-client/enums';

import { phaseOf, waveAt } from '../policy';
import { countDemand, listAdded, listGone, listRefusals, sumMovements, type Sums } from './report-sums';
import { counted, wavesOfDrop } from './shapes';
import { announcedDrop } from '../scopes';

/** What came of a drop, in figures that name nobody; `report` is null until the drop is over. */
export async function getReport({ db, now }: Reading, { slug }: { slug: string }) {
  const found = await db.drop.findFirst({
    where: { slug, ...announcedDrop },
    select: { id: true, slug: true, mode: true, fairSeconds: true, cancelledAt: true, waves: wavesOfDrop(now) },
  });
  if (!found) return null;
  const drop = { ...found, waves: counted(found.waves) };
  const phase = phaseOf(drop, now);
  return { ...drop, phase, report: isOver(drop, phase, now) ? await reportOf({ db }, drop) : null };
}

export type ReportPage = NonNullable<Awaited<ReturnType<typeof getReport>>>;
export type Report = NonNullable<ReportPage['report']>;
export type ReportCell = Report['cells'][number];
export type ReportWave = Report['waves'][number];

type Drop = { id: string; waves: Wave[] };
type Wave = {
  id: string;
  number: number;
  opensAt: Date;
  closesAt: Date;
  allotments: { id: string; channel: Channel; remaining: number; variant: { id: string } }[];
};

// Sold out is an end only where no other wave comes; what is given back can still change it.
function isOver<W extends Wave>(drop: { waves: W[] }, phase: string, now: Date): boolean {
  return (
    phase === 'ended' ||
    phase === 'cancelled' ||
    (phase === 'sold-out' && waveAt(drop.waves, now) === drop.waves.at(-1))
  );
}

async function reportOf({ db }: Pick<Reading, 'db'>, { id, waves }: Drop) {
  const allotmentIds = waves.flatMap(({ allotments }) => allotments.map((each) => each.id));
  const [sums, gone, added, demand, refusals] = await Promise.all([
    sumMovements(db, allotmentIds),
    listGone(db, id),
    listAdded(db, allotmentIds),
    countDemand(db, id),
    listRefusals(db, id),
  ]);
  const asked = (what: string, of: string) => demand.find((each) => each.what === what && each.of === of)?.count ?? 0;
  const cells = waves.flatMap((wave) =>
    wave.allotments.map(({ id: allotmentId, channel, remaining, variant }) => {
      const { first, last, ...units } = sums.get(allotmentId) ?? nothing;
      return {
        allotmentId,
        wave: wave.number,
        channel,
        variantId: variant.id,
        remaining,
        first,
        last,
        entrants: asked('entrant', allotmentId),
        ...units,
      };
    }),
  );
  return {
    cells,
    waves: waves.map(({ id: waveId, number, opensAt }) => ({
      number,
      ...timesOf(
        cells.filter((each) => each.wave === number),
        gone.get(waveId),
        opensAt,
      ),
    })),
    added,
    reserved: reservedOf(demand),
    waited: total(demand, 'waited'),
    refusals: withLimits(refusals, total(demand, 'limit')),
  };
}

const nothing: Sums = {
  offered: 0,
  added: 0,
  carriedIn: 0,
  carriedOut: 0,
  claimed: 0,
  released: 0,
  paid: 0,
  refunded: 0,
  first: null,
  last: null,
};

type Demand = Awaited<ReturnType<typeof countDemand>>;

function total(demand: Demand, what: Demand[number]['what']): number {
  return demand.filter((each) => each.what === what).reduce((sum, { count }) => sum + count, 0);
}

// The limits on addresses and means of payment are known when money comes, long after the gate has answered.
function withLimits(refusals: { reason: string; count: number }[], count: number) {
  return count > 0 ? [...refusals, { reason: 'limit', count }].toSorted((a, b) => b.count - a.count) : refusals;
}

function reservedOf(demand: Demand): Record<string, number> {
  return Object.fromEntries(demand.filter(({ what }) => what === 'reserved').map(({ of, count }) => [of, count]));
}

/** How long after its opening a wave gave its first and its last unit, and first had none left; in seconds. */
function timesOf(cells: { first: Date | null; last: Date | null }[], goneAt: Date | undefined, opensAt: Date) {
  const since = (at: number | undefined) =>
    at === undefined ? null : Math.max(0, Math.round((at - opensAt.getTime()) / 1000));
  const moments = (pick: 'first' | 'last') =>
    cells.flatMap((cell) => cell[pick]?.getTime() ?? []).toSorted((a, b) => a - b);
  return {
    firstAfter: since(moments('first')[0]),
    lastAfter: since(moments('last').at(-1)),
    goneAfter: since(goneAt?.getTime()),
  };
}
