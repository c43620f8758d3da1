import type { Ctx } from '@/lib/core/context';
import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { allow } from '@/lib/core/errors';
import { freeSlug } from '@/lib/core/slug';

import { makeSeed } from '../draw/seed';
import { canRunDrops } from '../policy';
import type { ScheduleInput } from '../schema';
import { checkTimes, checkUnits, offersOf, offerUnits } from './offer-units';

/** Plans a drop with one wave; fans see it once it is announced. */
export async function scheduleDrop(ctx: Ctx, input: ScheduleInput): Promise<{ id: string; slug: string }> {
  allow(canRunDrops(ctx.actor));
  const terms = termsOf(input);
  const { mode, fairSeconds } = terms;
  checkTimes(ctx, input, fairSeconds);
  await checkUnits(ctx, input.productId, input);
  const { productId, opensAt, closesAt } = input;
  const drop = await ctx.db.drop.create({
    data: {
      ...terms,
      slug: input.slug ?? (await slugOf(ctx, input.title)),
      productId,
      createdById: memberId(ctx.actor),
      createdAt: ctx.now,
      waves: { create: { number: 1, opensAt, closesAt, ...makeSeed(terms) } },
    },
    select: { id: true, slug: true, waves: { select: { id: true } } },
  });
  await offerUnits(ctx, drop.waves[0]!.id, input);
  await audit(ctx, {
    act: 'drop.schedule',
    subject: ['drop', drop.id],
    detail: { slug: drop.slug, mode, fairSeconds, offers: offersOf(input) },
  });
  return { id: drop.id, slug: drop.slug };
}

/** The words and terms of a plan, as its row keeps them; a draw has no fair opening. */
export function termsOf(input: Omit<ScheduleInput, 'productId'>) {
  const { title, titleZh, summary, summaryZh, needsReservation, minTrust, proofOfWork = false, regions = [] } = input;
  const mode = input.mode ?? 'FIRST_COME';
  const fairSeconds = mode === 'DRAW' ? 0 : (input.fairSeconds ?? 0);
  const seconds = { holdSeconds: input.holdMinutes * 60, offerSeconds: (input.offerMinutes ?? 60) * 60 };
  const words = { title, titleZh, summary, summaryZh };
  return { ...words, needsReservation, minTrust, mode, fairSeconds, proofOfWork, regions, ...seconds };
}

/** A free address made from a title; a drop may keep its own. */
export const slugOf = (ctx: Ctx, title: string, ownId?: string) =>
  freeSlug(ctx, {
    kind: 'drop',
    title,
    taken: (slugs) =>
      ctx.db.drop.findMany({ where: { slug: { in: slugs }, NOT: { id: ownId } }, select: { slug: true } }),
  });
