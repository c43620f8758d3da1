import type { Ctx } from '@/lib/core/context';
import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { allow, found, Refused } from '@/lib/core/errors';
import { readableCode } from '@/lib/core/ids';
import { slugify } from '@/lib/core/markdown';
import { minute } from '@/lib/core/time';

import { canRunDrops } from '../policy';
import type { ScheduleInput } from '../schema';
import { moveUnits } from '../sql';

/** Plans a drop with one wave; fans see it once it is announced. */
export async function scheduleDrop(ctx: Ctx, input: ScheduleInput): Promise<{ id: string; slug: string }> {
  allow(canRunDrops(ctx.actor));
  if (input.opensAt <= ctx.now) throw new Refused('opens-in-past', 'It would open in the past', { field: 'opensAt' });
  if (input.closesAt.getTime() < input.opensAt.getTime() + minute) throw new Refused('closes-too-soon', 'It would close before it opens', { field: 'closesAt' });
  await checkUnits(ctx, input);
  const drop = await writeDrop(ctx, input);
  await offerUnits(ctx, drop, input.units);
  await audit(ctx, { act: 'drop.schedule', subject: ['drop', drop.id], detail: { slug: drop.slug, units: input.units } });
  return { id: drop.id, slug: drop.slug };
}

async function checkUnits(ctx: Ctx, { productId, units }: ScheduleInput): Promise<void> {
  const product = found(
    await ctx.db.product.findUnique({ where: { id: productId }, select: { variants: { select: { id: true, currency: true } } } }),
    'product',
  );
  const offered = product.variants.filter(({ id }) => (units[id] ?? 0) > 0);
  if (offered.length === 0 || offered.length < Object.keys(units).length) throw new Refused('no-units', 'No units are offered', { field: 'units' });
  const currencies = new Set(offered.map(({ currency }) => currency));
  if (currencies.size > 1) throw new Refused('two-currencies', 'The variants have different currencies', { field: 'units' });
}

async function writeDrop(ctx: Ctx, input: ScheduleInput) {
  const { productId, title, titleZh, summary, summaryZh, needsReservation, minTrust, opensAt, closesAt } = input;
  return ctx.db.drop.create({
    data: {
      slug: input.slug ?? (await freeSlug(ctx, title)),
      productId, title, titleZh, summary, summaryZh, needsReservation, minTrust,
      holdSeconds: input.holdMinutes * 60,
      createdById: memberId(ctx.actor),
      createdAt: ctx.now,
      waves: { create: { number: 1, opensAt, closesAt } },
    },
    select: { id: true, slug: true, waves: { select: { id: true } } },
  });
}

async function freeSlug(ctx: Ctx, title: string): Promise<string> {
  const slug = slugify(title) || 'drop';
  const taken = await ctx.db.drop.findUnique({ where: { slug }, select: { id: true } });
  return taken ? `${slug}-${readableCode(4).toLowerCase()}` : slug;
}

async function offerUnits(ctx: Ctx, drop: { id: string; waves: { id: string }[] }, units: Record<string, number>): Promise<void> {
  const [wave] = drop.waves;
  const allotments = await ctx.db.allotment.createManyAndReturn({
    data: Object.entries(units).map(([variantId, count]) => ({ waveId: wave!.id, variantId, units: count, remaining: 0 })),
  });
  for (const { id, units: offered } of allotments) await moveUnits(ctx.db, { allotmentId: id, kind: 'OFFERED', delta: offered, claimIds: [null], at: ctx.now });
}
