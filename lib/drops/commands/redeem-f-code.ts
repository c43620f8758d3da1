import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';

import { digestOf } from '../f-codes/code';
import { lockFCode, type LockedCode } from '../f-codes/pool';
import { waveAt } from '../policy';
import { getEntitlement } from '../queries/get-entitlement';
import { requireEligible } from '../require-eligible';
import { holdUnit } from './hold-unit';
import { announcedDrop } from '../scopes';

export type Redeemed = { fresh: boolean; claimId: string; variantId: string; heldUntil: Date };
type Asked = { dropId: string; variantId: string } & (
  { code: string; codeId?: undefined } | { code?: undefined; codeId: string }
);

/**
 * Holds a unit for an F-code: typed, or named by its id by the member it is bound to. All of it is one commit, so a
 * code that brought no unit is unused. Asking again answers the same unit.
 */
export async function redeemFCode(ctx: Ctx, asked: Asked): Promise<Redeemed> {
  const { allotmentId, variantId, member } = await stockFor(ctx, asked);
  // The stock row first and then the code, as everything that moves units locks them.
  await ctx.db.$queryRaw`SELECT 1 FROM "Allotment" WHERE "id" = ${allotmentId}::uuid FOR NO KEY UPDATE`;
  const code = await ownCode(ctx, asked, member);
  const earlier = await earlierUnit(ctx, code, member);
  if (earlier) return earlier;
  const { emailKey } = await getEntitlement(ctx, asked);
  const held = await holdUnit(ctx, allotmentId, { memberId: member, emailKey });
  // A member who already holds a unit keeps that one, and the code.
  if (held.fresh)
    await ctx.db.fCode.update({
      where: { id: code.id },
      data: { redeemedAt: ctx.now, redeemedById: member, claimId: held.claimId },
    });
  return { ...held, variantId: held.variantId ?? variantId };
}

async function stockFor(
  ctx: Ctx,
  { dropId, variantId }: Asked,
): Promise<{ allotmentId: string; variantId: string; member: string }> {
  const drop = found(
    await ctx.db.drop.findFirst({
      where: { id: dropId, ...announcedDrop },
      select: {
        minTrust: true,
        waves: {
          orderBy: { number: 'asc' },
          select: {
            opensAt: true,
            closesAt: true,
            allotments: { select: { id: true, variantId: true, channel: true } },
          },
        },
      },
    }),
    'drop',
  );
  const member = requireEligible(ctx.actor, drop);
  const offered = waveAt(drop.waves, ctx.now)?.allotments.filter((each) => each.variantId === variantId) ?? [];
  if (offered.length === 0) throw new Refused('invalid', 'The variant is not in this wave');
  const held = offered.find(({ channel }) => channel === 'FCODE');
  if (!held) throw new Refused('f-code-variant', 'No units of this variant are held back for codes');
  return { allotmentId: held.id, variantId, member };
}

// A code that is bound to another member is refused like one that does not exist.
async function ownCode(ctx: Ctx, { dropId, code: typed, codeId }: Asked, member: string): Promise<LockedCode> {
  const digest = typed === undefined ? null : digestOf(typed);
  const id = codeId !== undefined && isUuid(codeId) ? codeId : null;
  const code = digest || id ? await lockFCode(ctx.db, { dropId, digest, id }) : null;
  const known = code && (code.boundToId === member || (code.boundToId === null && digest !== null));
  if (!known) throw new Refused('f-code-unknown', 'There is no such code');
  return code;
}

async function earlierUnit(ctx: Ctx, code: LockedCode, member: string): Promise<Redeemed | null> {
  if (!code.redeemedAt) {
    if (code.revokedAt) throw new Refused('f-code-revoked', 'It was taken back');
    if (code.expiresAt <= ctx.now) throw new Refused('f-code-expired', 'It has expired');
    return null;
  }
  const claim =
    code.claimId && code.redeemedById === member
      ? await ctx.db.claim.findUnique({
          where: { id: code.claimId },
          select: { id: true, state: true, heldUntil: true, allotment: { select: { variantId: true } } },
        })
      : null;
  if (claim?.state !== 'HELD') throw new Refused('f-code-used', 'It has been used');
  if (claim.heldUntil <= ctx.now) throw new Refused('hold-ended', 'Its hold has run out');
  return { fresh: false, claimId: claim.id, variantId: claim.allotment.variantId, heldUntil: claim.heldUntil };
}
