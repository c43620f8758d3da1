import type { Reading } from '@/lib/core/context';
import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';

import { onSale, remainingIn, type OnSale } from '../policy';
import { standingDrop } from '../scopes';

/** The announced drops of a product as everyone may see them, the newest first. One statement. */
export async function listProductDrops({ db, now }: Pick<Reading, 'db' | 'now'>, { productId }: { productId: string }) {
  const drops = await announcedDrops(db, productId, now);
  return drops.map(({ slug, title, titleZh, ...drop }) => ({
    slug,
    title,
    titleZh,
    ...dropTimes(drop.waves),
    onSale: onSaleIn(drop, now),
  }));
}

function announcedDrops(db: Reading['db'], productId: string, now: Date) {
  return db.drop.findMany({
    where: { productId, AND: standingDrop, announcedAt: { lte: now } },
    orderBy: { announcedAt: 'desc' },
    take: 10,
    select: {
      slug: true,
      title: true,
      titleZh: true,
      mode: true,
      fairSeconds: true,
      cancelledAt: true,
      waves: {
        orderBy: { number: 'asc' },
        select: {
          opensAt: true,
          closesAt: true,
          pausedAt: true,
          decidedAt: true,
          allotments: { select: { variantId: true, channel: true, units: true, remaining: true } },
        },
      },
    },
  });
}

type Wave = {
  opensAt: Date;
  closesAt: Date;
  pausedAt: Date | null;
  decidedAt: Date | null;
  allotments: { variantId: string; channel: Channel; units: number; remaining: number }[];
};

function dropTimes(waves: Wave[]) {
  const allotments = waves.flatMap((wave) => wave.allotments);
  return {
    opensAt: waves[0]?.opensAt ?? null,
    closesAt: waves.at(-1)?.closesAt ?? null,
    units: allotments.reduce((sum, { units }) => sum + units, 0),
    remaining: remainingIn(allotments),
  };
}

/** How each variant that a drop ever offered stands for anyone. */
function onSaleIn(
  drop: { mode: DropMode; fairSeconds: number; cancelledAt: Date | null; waves: Wave[] },
  now: Date,
): Record<string, OnSale> {
  const waves = drop.waves.map((wave) => ({ ...wave, remaining: remainingIn(wave.allotments) }));
  const ids = new Set(waves.flatMap(({ allotments }) => allotments.map(({ variantId }) => variantId)));
  return Object.fromEntries([...ids].map((id) => [id, onSale({ ...drop, waves }, id, now)]));
}
