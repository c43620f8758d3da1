import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { cardCode } from '../choices/code';
import { codeDigest } from '../code-digest';
import { standOf } from '../policy';
import { giveCredit, openStoreCredit } from './move-credit';

/** What is the matter with a code is said to nobody: a wrong one, one that is used up, disabled or has expired sound alike. */
export const unknownCard = () => new Refused('card-unknown', 'No card to be spent has this code', { field: 'code' });

/** Puts what is left of a gift card onto the actor's own balance, once. Refuses card-unknown, whatever is the matter with the code. */
export async function redeemCard(
  ctx: Ctx,
  { code: typed }: { code: string },
): Promise<{ amountMinor: number; currency: string }> {
  const member = memberId(ctx.actor);
  allow(member !== null, 'signed-out');
  const code = cardCode(typed);
  const card = code === null ? null : await findByDigest(ctx, code);
  if (!card) throw unknownCard();
  const accountId = await openStoreCredit(ctx, { memberId: member!, currency: card.currency });
  // In one order, as by who spends them together; then the card is read again.
  await ctx.db.$queryRaw`
    SELECT 1 AS held FROM "CreditAccount" WHERE "id" IN (${card.id}::uuid, ${accountId}::uuid) ORDER BY "id" FOR NO KEY UPDATE`;
  const held = await ctx.db.creditAccount.findUniqueOrThrow({
    where: { id: card.id },
    select: { balanceMinor: true, disabledAt: true, expiresAt: true },
  });
  const amountMinor = held.balanceMinor;
  if (standOf(held, ctx.now) !== 'active' || amountMinor === 0) throw unknownCard();
  await giveCredit(ctx, {
    entries: [
      { accountId: card.id, kind: 'MOVED', amountMinor: -amountMinor },
      { accountId, kind: 'MOVED', amountMinor },
    ],
  });
  await ctx.record('credit.redeemed', { accountId: card.id });
  return { amountMinor, currency: card.currency };
}

const findByDigest = ({ db }: Ctx, code: string) =>
  db.creditAccount.findUnique({ where: { codeDigest: codeDigest(code) }, select: { id: true, currency: true } });
