import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { minute, second } from '@/lib/core/time';

import { makeSeed } from '../draw/seed';
import { canRunDrops } from '../policy';
import type { PlanPart } from '../queries/plan-changes';
import type { EditDrop } from '../schema';
import { lockStock } from '../sql';
import { checkNeighbours, checkTimes, checkUnits, offersOf } from './offer-units';
import { planRefusal } from './plan-changed';
import { rewriteUnits } from './rewrite-units';
import { slugOf, termsOf } from './schedule-drop';

/**
 * Changes a plan that was not announced: words, times, rule, terms, countries, and the units of its first wave. Refuses who saw an
 * older version, and says who saved what meanwhile.
 */
export async function editDrop(ctx: Ctx, { dropId, shown, ...input }: EditDrop): Promise<{ version: number }> {
  allow(canRunDrops(ctx.actor));
  // The stock first, as for whoever adds to the plan.
  await lockStock(ctx.db, dropId);
  const drop = found(await ctx.db.drop.findUnique({ where: { id: dropId }, select: planned }), 'drop');
  const terms = termsOf(input);
  checkTimes(ctx, input, terms.fairSeconds);
  checkFurther(drop.waves.slice(1), input.closesAt, terms.fairSeconds);
  await checkUnits(ctx, drop.productId, input);
  const slug =
    input.title === drop.title || drop._count.fCodes > 0 ? drop.slug : await slugOf(ctx, input.title, dropId);
  const { count } = await ctx.db.drop.updateMany({
    where: { id: dropId, version: shown, announcedAt: null, cancelledAt: null },
    data: { ...terms, slug, version: { increment: 1 } },
  });
  if (count === 0) throw await planRefusal(ctx, { dropId, shown });
  const first = drop.waves[0]!;
  const { opensAt, closesAt } = input;
  await ctx.db.wave.update({ where: { id: first.id }, data: { opensAt, closesAt } });
  const parts = changedParts(drop, { ...terms, opensAt, closesAt });
  if (parts.includes('rule'))
    for (const { id } of drop.waves) await ctx.db.wave.update({ where: { id }, data: makeSeed(terms) });
  if (await rewriteUnits(ctx, { dropId, waveId: first.id, standing: first.allotments, plan: input }))
    parts.push('units');
  const detail = { version: shown + 1, parts, offers: offersOf(input) };
  await audit(ctx, { act: 'drop.edit', subject: ['drop', dropId], detail });
  return { version: shown + 1 };
}

const planned = {
  slug: true,
  productId: true,
  title: true,
  titleZh: true,
  summary: true,
  summaryZh: true,
  mode: true,
  fairSeconds: true,
  needsReservation: true,
  minTrust: true,
  proofOfWork: true,
  regions: true,
  holdSeconds: true,
  offerSeconds: true,
  _count: { select: { fCodes: true } },
  waves: {
    orderBy: { number: 'asc' as const },
    select: {
      id: true,
      opensAt: true,
      closesAt: true,
      allotments: { select: { id: true, variantId: true, channel: true, units: true } },
    },
  },
} satisfies Prisma.DropSelect;

type Planned = Prisma.DropGetPayload<{ select: typeof planned }>;

// The further waves stay as they are, so the plan must fit them.
function checkFurther(waves: Pick<Planned['waves'][number], 'opensAt' | 'closesAt'>[], closesAt: Date, fair: number) {
  checkNeighbours({ closesAt }, { next: waves[0]?.opensAt });
  if (waves.some((wave) => wave.closesAt.getTime() - wave.opensAt.getTime() < minute + fair * second))
    throw new Refused('closes-before-given', 'A further wave would close before its units are given', {
      field: 'fairSeconds',
    });
}

const compared = {
  title: ['title', 'titleZh'],
  texts: ['summary', 'summaryZh'],
  rule: ['mode', 'fairSeconds'],
  terms: ['needsReservation', 'minTrust', 'proofOfWork', 'holdSeconds', 'offerSeconds'],
  countries: ['regions'],
} as const;

function changedParts(
  { waves, ...before }: Planned,
  { opensAt, closesAt, ...after }: ReturnType<typeof termsOf> & { opensAt: Date; closesAt: Date },
): PlanPart[] {
  const [first] = waves;
  const parts = (Object.keys(compared) as (keyof typeof compared)[]).filter((part) =>
    compared[part].some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])),
  );
  const moved = Number(first?.opensAt) !== Number(opensAt) || Number(first?.closesAt) !== Number(closesAt);
  return moved ? [...parts, 'times'] : parts;
}
