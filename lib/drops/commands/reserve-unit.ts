import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { waveAt } from '../policy';
import { requireEligible } from '../require-eligible';
import { notifyDropChange } from '../sql';
import { announcedDrop } from '../scopes';

/** Registers that a member means to buy a variant when the drop opens; asking again changes the variant, and the country where the drop goes to some only. */
export async function reserveUnit(
  ctx: Ctx,
  { dropId, variantId, country }: { dropId: string; variantId: string; country?: string },
): Promise<void> {
  const drop = await upcomingDrop(ctx, dropId);
  const member = requireEligible(ctx.actor, drop);
  found(
    drop.variants.find((id) => id === variantId),
    'variant',
  );
  const asked = { variantId, country: countryFor(drop, country) };
  await ctx.db.reservation.upsert({
    where: { dropId_memberId: { dropId, memberId: member } },
    create: { dropId, memberId: member, createdAt: ctx.now, ...asked },
    update: asked,
  });
  await changed(ctx, drop);
}

/** Takes a reservation back before the drop opens. */
export async function withdrawReservation(ctx: Ctx, { dropId }: { dropId: string }): Promise<void> {
  const drop = await upcomingDrop(ctx, dropId);
  const member = memberId(ctx.actor);
  if (!member) throw new Refused('signed-out');
  await ctx.db.reservation.deleteMany({ where: { dropId, memberId: member } });
  await changed(ctx, drop);
}

function countryFor({ regions }: { regions: string[] }, country: string | undefined): string | null {
  if (regions.length === 0) return null;
  if (!country || !regions.includes(country))
    throw new Refused('region', 'The drop does not go there', { field: 'country' });
  return country;
}

async function upcomingDrop(ctx: Ctx, dropId: string) {
  const drop = found(
    await ctx.db.drop.findFirst({
      where: { id: dropId, ...announcedDrop },
      select: {
        id: true,
        slug: true,
        minTrust: true,
        cancelledAt: true,
        regions: true,
        waves: {
          orderBy: { number: 'asc' },
          select: { opensAt: true, closesAt: true, allotments: { select: { variantId: true } } },
        },
      },
    }),
    'drop',
  );
  const wave = waveAt(drop.waves, ctx.now);
  if (drop.cancelledAt || !wave || wave.opensAt <= ctx.now)
    throw new Refused('reservations-closed', 'Reservations have closed');
  return { ...drop, variants: drop.waves.flatMap((wave) => wave.allotments.map((each) => each.variantId)) };
}

async function changed(ctx: Ctx, drop: { id: string; slug: string }): Promise<void> {
  await notifyDropChange(ctx.db, drop.id);
  ctx.touch(`drop:${drop.slug}`);
}
