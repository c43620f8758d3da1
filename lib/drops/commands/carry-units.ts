import type { Ctx } from '@/lib/core/context';
import type { Channel } from '@/lib/core/prisma-client/enums';

import { isUndecided, waveAt } from '../policy';
import { usableCode } from '../scopes';
import { lockStock, moveUnits, notifyDropChange } from '../sql';
import { offerReturned } from './offer-returned';

/**
 * Moves what a closed wave has left into the wave that comes after it, for everyone; answers how many units moved. Units
 * held back for F-codes stay held back as long as there are codes that may still ask for them.
 */
export async function carryUnits(ctx: Ctx, { dropId }: { dropId: string }): Promise<number> {
  await lockStock(ctx.db, dropId);
  const drop = await readDrop(ctx, dropId);
  let moved = 0;
  for (const { stock, to } of leftovers(drop, ctx.now)) {
    const kept = stock.channel === 'FCODE' ? Math.min(stock.remaining, drop._count.fCodes) : 0;
    if (kept > 0) await carry(ctx, dropId, stock, { ...to, channel: 'FCODE' }, kept);
    if (stock.remaining > kept) await carry(ctx, dropId, stock, { ...to, channel: 'PUBLIC' }, stock.remaining - kept);
    moved += stock.remaining;
  }
  if (moved === 0) return 0;
  await notifyDropChange(ctx.db, dropId);
  ctx.touch('drops', `drop:${drop.slug}`);
  return moved;
}

type Stock = { id: string; variantId: string; channel: Channel; remaining: number };
type Target = { id: string; opensAt: Date; closesAt: Date; channel: Channel };
type Found = Awaited<ReturnType<typeof readDrop>>;

function readDrop({ db, now }: Ctx, id: string) {
  return db.drop.findUniqueOrThrow({
    where: { id },
    select: {
      slug: true,
      cancelledAt: true,
      mode: true,
      fairSeconds: true,
      waves: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          opensAt: true,
          closesAt: true,
          decidedAt: true,
          allotments: { select: { id: true, variantId: true, channel: true, remaining: true } },
        },
      },
      _count: { select: { fCodes: { where: usableCode(now) } } },
    },
  });
}

// The units of a ranked wave are its entrants' until they have been given.
function leftovers(drop: Found, now: Date) {
  const { cancelledAt, waves } = drop;
  const over = cancelledAt ? [] : waves.filter((wave) => wave.closesAt <= now && !isUndecided(drop, wave));
  return over.flatMap((wave) => {
    const to = waveAt(waves.slice(waves.indexOf(wave) + 1), now);
    return to ? wave.allotments.filter(({ remaining }) => remaining > 0).map((stock) => ({ stock, to })) : [];
  });
}

async function carry(ctx: Ctx, dropId: string, from: Stock, to: Target, units: number): Promise<void> {
  const place = { waveId: to.id, variantId: from.variantId, channel: to.channel };
  const target = await ctx.db.allotment.upsert({
    where: { waveId_variantId_channel: place },
    create: { ...place, units, remaining: 0 },
    update: { units: { increment: units } },
    select: { id: true },
  });
  await moveUnits(ctx.db, { allotmentId: from.id, kind: 'CARRIED_OUT', delta: -units, claimIds: [null], at: ctx.now });
  await ctx.db.allotment.update({ where: { id: from.id }, data: { units: { decrement: units } } });
  await moveUnits(ctx.db, { allotmentId: target.id, kind: 'CARRIED_IN', delta: units, claimIds: [null], at: ctx.now });
  await offerReturned(ctx, { dropId, allotmentId: target.id, units });
}
