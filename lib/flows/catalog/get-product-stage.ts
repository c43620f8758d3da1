import type { Reading } from '@/lib/core/context';
import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';
import { onSale, remainingIn, type OnSale } from '@/lib/drops/policy';

/** Where a product stands in public: its drops, its boards and what was said there last. Two statements. */
export async function getProductStage({ db, now }: Reading, { productId }: { productId: string }) {
  const [drops, boards] = await Promise.all([announcedDrops({ db, now }, productId), publicBoards(db, productId)]);
  return {
    drops: drops.map(({ slug, title, titleZh, ...drop }) => ({
      slug,
      title,
      titleZh,
      ...dropTimes(drop.waves),
      onSale: onSaleIn(drop, now),
    })),
    boards,
  };
}

function announcedDrops({ db, now }: Pick<Reading, 'db' | 'now'>, productId: string) {
  return db.drop.findMany({
    where: { productId, announcedAt: { not: null, lte: now }, cancelledAt: null },
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

function publicBoards(db: Reading['db'], productId: string) {
  return db.board.findMany({
    where: { productId, visibility: 'PUBLIC' },
    orderBy: { position: 'asc' },
    take: 10,
    select: {
      slug: true,
      name: true,
      nameZh: true,
      description: true,
      descriptionZh: true,
      threadCount: true,
      threads: {
        where: { shown: true },
        orderBy: { lastPostAt: 'desc' },
        take: 6,
        select: {
          number: true,
          slug: true,
          title: true,
          lang: true,
          postCount: true,
          lastPostAt: true,
          author: { select: { name: true, avatar: true } },
        },
      },
    },
  });
}

export type ProductStage = Awaited<ReturnType<typeof getProductStage>>;

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
