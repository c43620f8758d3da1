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
  const mode = input.mode ?? 'FIRST_COME';
  const fairSeconds = mode === 'DRAW' ? 0 : (input.fairSeconds ?? 0);
  checkTimes(ctx, input, fairSeconds);
  await checkUnits(ctx, input.productId, input);
  const drop = await writeDrop(ctx, { ...input, mode, fairSeconds });
  await offerUnits(ctx, drop.waves[0]!.id, input);
  await audit(ctx, {
    act: 'drop.schedule',
    subject: ['drop', drop.id],
    detail: { slug: drop.slug, mode, fairSeconds, offers: offersOf(input) },
  });
  return { id: drop.id, slug: drop.slug };
}

type Terms = ScheduleInput & Required<Pick<ScheduleInput, 'mode' | 'fairSeconds'>>;

async function writeDrop(ctx: Ctx, input: Terms) {
  const {
    productId,
    title,
    titleZh,
    summary,
    summaryZh,
    needsReservation,
    minTrust,
    mode,
    fairSeconds,
    proofOfWork,
    regions,
    opensAt,
    closesAt,
  } = input;
  return ctx.db.drop.create({
    data: {
      slug: input.slug ?? (await slugOf(ctx, title)),
      productId,
      title,
      titleZh,
      summary,
      summaryZh,
      needsReservation,
      minTrust,
      mode,
      fairSeconds,
      proofOfWork,
      regions,
      holdSeconds: input.holdMinutes * 60,
      offerSeconds: input.offerMinutes && input.offerMinutes * 60,
      createdById: memberId(ctx.actor),
      createdAt: ctx.now,
      waves: { create: { number: 1, opensAt, closesAt, ...makeSeed(input) } },
    },
    select: { id: true, slug: true, waves: { select: { id: true } } },
  });
}

const slugOf = (ctx: Ctx, title: string) =>
  freeSlug(ctx, {
    kind: 'drop',
    title,
    taken: (slugs) => ctx.db.drop.findMany({ where: { slug: { in: slugs } }, select: { slug: true } }),
  });
