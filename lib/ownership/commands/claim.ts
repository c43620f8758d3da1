import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { claimStatesBefore } from '../policy';
import type { AskClaim, ObjectToClaim } from '../schema';

/** Asks staff for a unit by its serial, with a proof. Refuses a second request for the same one while the first waits (`claim-asked`). */
export async function askClaim(ctx: Ctx, { serial, pictures, ...asked }: AskClaim): Promise<{ id: string }> {
  const claimant = found(memberId(ctx.actor));
  await spend(ctx.db, limits.askClaim, claimant, ctx.now);
  const [product] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM catalog.product p WHERE p."id" = ${asked.productId}::uuid AND p."known"`;
  found(product, 'product');
  const kept = await ctx.db.file.findMany({ where: { sha256: { in: pictures } }, select: { sha256: true } });
  const [claim] = await ctx.db.ownerClaim.createManyAndReturn({
    data: [
      {
        ...asked,
        ...{ serial, memberId: claimant, createdAt: ctx.now },
        pictures: pictures.filter((each) => kept.some(({ sha256 }) => sha256 === each)),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!claim) throw new Refused('claim-asked', 'It was asked for', { field: 'serial' });
  return claim;
}

/** Takes a request back that the actor made and that has not come to its end. */
export async function withdrawClaim(ctx: Ctx, { claimId }: { claimId: string }): Promise<void> {
  const own = { id: claimId, memberId: found(memberId(ctx.actor)) };
  found((await ctx.db.ownerClaim.count({ where: own })) > 0, 'claim');
  const { count } = await ctx.db.ownerClaim.updateMany({
    where: { ...own, state: { in: claimStatesBefore('WITHDRAWN') } },
    data: { state: 'WITHDRAWN' },
  });
  if (count === 0) throw claimOver();
}

/** Objects to a request for a device of the actor, before it moves: staff decide anew. */
export async function objectToClaim(ctx: Ctx, { claimId, objection }: ObjectToClaim): Promise<void> {
  const against = { id: claimId, holderId: found(memberId(ctx.actor)) };
  found((await ctx.db.ownerClaim.count({ where: against })) > 0, 'claim');
  const { count } = await ctx.db.ownerClaim.updateMany({
    where: { ...against, state: { in: claimStatesBefore('OBJECTED') }, movesAt: { gt: ctx.now } },
    data: { state: 'OBJECTED', objection },
  });
  if (count === 0) throw claimOver();
}

export const claimOver = (): Refused => new Refused('claim-over', 'It was decided or withdrawn');
