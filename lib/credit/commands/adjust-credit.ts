import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { mostMinor, plainAmount, readAmount } from '@/lib/core/money';

import { accountNameOf } from '../account-name';
import { canAdjustCredit } from '../policy';
import type { AdjustCredit, DisableCard } from '../schema';
import { giveCredit } from './move-credit';
import { findMade, formKey } from './sent-once';

const named = { currency: true, balanceMinor: true, lastFour: true, kind: true, disabledAt: true } as const;

/**
 * Puts a sum into a balance or takes it out, for a reason; sent twice by one form it is done once. Refuses credit-amount, and credit-less (most) where more
 * would be taken than it has.
 */
export async function adjustCredit(ctx: Ctx, { accountId, way, amount, reason, once }: AdjustCredit): Promise<void> {
  allow(canAdjustCredit(ctx.actor), 'not-found');
  const account = await hold(ctx, accountId);
  const minor = readAmount(amount, account.currency, mostMinor);
  if (!minor) throw new Refused('credit-amount', 'No amount of its currency', { field: 'amount' });
  const key = formKey(once, accountId, way, minor);
  if (await findMade(ctx, key)) return;
  if (way === 'out' && minor > account.balanceMinor)
    throw new Refused('credit-less', 'It has less', {
      field: 'amount',
      values: { most: plainAmount(account.balanceMinor, account.currency) },
    });
  const amountMinor = way === 'in' ? minor : -minor;
  await giveCredit(ctx, { entries: [{ accountId, kind: 'ADJUSTED', amountMinor, reason, key }] });
  await audit(ctx, {
    ...{ act: 'credit.adjust', subject: ['creditAccount', accountId], reason },
    detail: { amountMinor, currency: account.currency, account: accountNameOf(account) },
  });
}

/** Keeps a gift card from being spent, or lets it be again, for a reason; its balance stays. Refuses credit-moved where that is done already. */
export async function disableCard(ctx: Ctx, { accountId, act, reason }: DisableCard): Promise<void> {
  allow(canAdjustCredit(ctx.actor), 'not-found');
  const account = await hold(ctx, accountId);
  const isDisabled = account.disabledAt !== null;
  if (account.kind !== 'GIFT_CARD' || isDisabled === (act === 'disable'))
    throw new Refused('credit-moved', 'It stands so already');
  const disabledAt = act === 'disable' ? ctx.now : null;
  await ctx.db.creditAccount.update({ where: { id: accountId }, data: { disabledAt }, select: { id: true } });
  await audit(ctx, {
    act: act === 'disable' ? 'credit.disable' : 'credit.enable',
    ...{ subject: ['creditAccount', accountId], reason, detail: { account: accountNameOf(account) } },
  });
}

async function hold({ db }: Ctx, id: string) {
  await db.$queryRaw`SELECT 1 AS held FROM "CreditAccount" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return found(await db.creditAccount.findUnique({ where: { id }, select: named }), 'creditAccount');
}
