import type { Reading } from '@/lib/core/context';
import { variantChoice, variantOrder } from '@/lib/catalog/published';

import { decidesAt } from '../policy';
import { announcedDrop } from '../scopes';

/** How the units of a drop are given by rank, wave by wave: fingerprints before, seeds and outcomes afterwards. Null where none are. */
export async function getDraw({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }) {
  const drop = await db.drop.findFirst({
    where: { slug, ...announcedDrop },
    select: {
      slug: true,
      title: true,
      titleZh: true,
      mode: true,
      fairSeconds: true,
      cancelledAt: true,
      waves: { where: { seedHash: { not: null } }, orderBy: { number: 'asc' }, select: waveOfDraw },
    },
  });
  if (!drop || drop.waves.length === 0) return null;
  // A seed that is still secret is not even read.
  const waveId = { in: drop.waves.filter(({ decidedAt }) => decidedAt).map(({ id }) => id) };
  const decided = await db.wave.findMany({
    where: { id: waveId, decidedAt: { not: null } },
    select: { id: true, seed: true },
  });
  const counts = await db.entry.groupBy({ by: ['waveId', 'state'], where: { waveId }, _count: true });
  const waves = drop.waves.map((wave) => {
    const own = counts.filter((each) => each.waveId === wave.id);
    return {
      ...wave,
      decidesAt: decidesAt(drop, wave)!,
      seed: decided.find(({ id }) => id === wave.id)?.seed ?? null,
      entries: own.reduce((sum, { _count }) => sum + _count, 0),
      winners: own.find(({ state }) => state === 'WON')?._count ?? 0,
    };
  });
  return { ...drop, waves };
}

const waveOfDraw = {
  id: true,
  number: true,
  opensAt: true,
  closesAt: true,
  decidedAt: true,
  seedHash: true,
  allotments: {
    orderBy: [{ variant: variantOrder }, { channel: 'asc' as const }],
    select: { id: true, channel: true, units: true, toGive: true, variant: { select: variantChoice } },
  },
};

export type Draw = NonNullable<Awaited<ReturnType<typeof getDraw>>>;
export type DrawnWave = Draw['waves'][number];
