import type { Reading } from '@/lib/core/context';
import type { Channel } from '@/lib/core/prisma-client/enums';
import { presentedProduct } from '@/lib/catalog/published';

import { publicState } from '../gate/public-state';
import { waveAt } from '../policy';
import { ofAnyState } from '../sql';
import { counted, dropWords, pricedWaves, wavesOfDrop } from './shapes';
import { announcedDrop } from '../scopes';

/** A drop as its page tells it. Only announced ones, save for staff who look at a plan as its fans will see it. */
export async function getDrop({ db, now }: Reading, { slug, planned = false }: { slug: string; planned?: boolean }) {
  const found = await db.drop.findFirst({
    where: { slug, ...(planned ? {} : announcedDrop) },
    select: {
      ...dropWords,
      product: { select: presentedProduct },
      waves: wavesOfDrop(now),
      _count: { select: { reservations: true } },
    },
  });
  if (!found) return null;
  const { _count, ...drop } = { ...found, waves: counted(pricedWaves(found.waves)) };
  const { now: _, ...state } = publicState({ ...drop, reservations: _count.reservations }, now);
  const { phase, reservations } = state;
  const wave = waveAt(drop.waves, now);
  const past = phase === 'ended' || phase === 'sold-out' || phase === 'cancelled';
  return {
    ...drop,
    readAt: now,
    wave,
    phase,
    state,
    reservations,
    figures: past ? { ...(await figuresOf({ db }, drop.id, wave?.opensAt)), left: leftBy(drop.waves) } : null,
  };
}

export type DropPage = NonNullable<Awaited<ReturnType<typeof getDrop>>>;
/** Units offered are those paid for, those held now, and those left, by the channel they are left in. */
export type DropFigures = {
  paid: number;
  held: number;
  claimed: number;
  lastTakenSeconds: number | null;
  left: { channel: Channel; units: number }[];
};

function leftBy(
  waves: readonly { allotments: readonly { channel: Channel; remaining: number }[] }[],
): DropFigures['left'] {
  const sums = new Map<Channel, number>();
  for (const { channel, remaining } of waves.flatMap(({ allotments }) => allotments))
    sums.set(channel, (sums.get(channel) ?? 0) + remaining);
  return [...sums].map(([channel, units]) => ({ channel, units })).filter(({ units }) => units > 0);
}

/** What came of a drop: units paid for and held, units ever claimed, and how long after the opening the last one went. */
async function figuresOf(
  { db }: Pick<Reading, 'db'>,
  dropId: string,
  opensAt: Date | undefined,
): Promise<Omit<DropFigures, 'left'>> {
  const rows = await db.$queryRaw<{ paid: number; held: number; claimed: number; last: Date | null }[]>`
    SELECT count(*) FILTER (WHERE "state" = 'PAID')::int AS paid, count(*) FILTER (WHERE "state" = 'HELD')::int AS held, count(*)::int AS claimed, max("createdAt") AS last
    FROM "Claim" WHERE "dropId" = ${dropId}::uuid AND ${ofAnyState}`;
  const { paid = 0, held = 0, claimed = 0, last = null } = rows[0] ?? {};
  const lastTakenSeconds =
    last && opensAt ? Math.max(0, Math.round((last.getTime() - opensAt.getTime()) / 1000)) : null;
  return { paid, held, claimed, lastTakenSeconds };
}
