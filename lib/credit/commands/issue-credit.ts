import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { readableCode, uuid7 } from '@/lib/core/ids';
import { spend } from '@/lib/core/limits';
import { isCurrency, mostMinor, plainAmount, readAmount } from '@/lib/core/money';

import { codeLength } from '../choices/code';
import { codeDigest } from '../code-digest';
import { limits, mostIssued } from '../limits';
import { canAdjustCredit, canIssueCredit } from '../policy';
import type { IssueCredit } from '../schema';
import { giveCredit, openStoreCredit } from './move-credit';
import { findMade, formKey } from './sent-once';

/** `code` is that of a new gift card: it is answered once, and kept nowhere. */
export type Issued = { accountId: string; code: string | null };

/**
 * Gives a member credit, or issues a gift card, for a reason. Refuses credit-amount, credit-most (most) where staff may not give so much, credit-expiry where it
 * would expire before it began, credit-nobody where no member has that name, credit-self where who may not correct balances would give to themselves, and
 * rate-limited. Sent twice by one form it is done once: a member has it then, and a card is refused as credit-sent, since its code is kept nowhere.
 */
export async function issueCredit(ctx: Ctx, input: IssueCredit): Promise<Issued> {
  allow(canIssueCredit(ctx.actor), 'not-found');
  const { currency, reason, expiresAt = null } = input;
  const amountMinor = amountOf(ctx, input);
  if (expiresAt && expiresAt <= ctx.now) throw new Refused('credit-expiry', 'It is over', { field: 'expiresAt' });
  const key = formKey(input.once, input.to, input.to === 'card' ? '' : input.handle, amountMinor, currency);
  const sent = await findMade(ctx, key);
  if (sent && input.to === 'card') throw new Refused('credit-sent', 'This card was issued already');
  if (sent) return { ...sent, code: null };
  await spend(ctx.db, limits.issue, memberId(ctx.actor)!, ctx.now);
  const made = input.to === 'card' ? await makeCard(ctx, { currency, expiresAt }) : await findStore(ctx, input);
  const { accountId, code, account } = made;
  await giveCredit(ctx, { entries: [{ accountId, kind: 'ISSUED', amountMinor, reason, key }] });
  await audit(ctx, {
    act: input.to === 'card' ? 'credit.issueCard' : 'credit.issue',
    ...{ subject: ['creditAccount', accountId], reason, detail: { amountMinor, currency, account } },
  });
  if (code === null) await ctx.emit('credit.issued', { accountId, amountMinor });
  return { accountId, code };
}

function amountOf(ctx: Ctx, { amount, currency }: IssueCredit): number {
  const minor = isCurrency(currency) ? readAmount(amount, currency, mostMinor) : null;
  if (!minor) throw new Refused('credit-amount', 'No amount of its currency', { field: 'amount' });
  const most = mostIssued(currency);
  if (minor > most && !canAdjustCredit(ctx.actor))
    throw new Refused('credit-most', 'More than may be given', {
      field: 'amount',
      values: { most: `${plainAmount(most, currency)} ${currency}` },
    });
  return minor;
}

async function makeCard({ db, now }: Ctx, { currency, expiresAt }: { currency: string; expiresAt: Date | null }) {
  const [accountId, code] = [uuid7(now), readableCode(codeLength)];
  const lastFour = code.slice(-4);
  await db.creditAccount.create({
    data: {
      ...{ id: accountId, kind: 'GIFT_CARD', codeDigest: codeDigest(code), lastFour },
      ...{ currency, expiresAt, createdAt: now },
    },
    select: { id: true },
  });
  return { accountId, code, account: lastFour };
}

async function findStore(ctx: Ctx, { handle, currency }: IssueCredit) {
  const name = handle.replace(/^@/, '');
  const [member] = await ctx.db.$queryRaw<{ id: string; handle: string }[]>`
    SELECT n."id"::text AS id, n."handle" FROM members.named n WHERE lower(n."handle") = lower(${name})`;
  if (!member) throw new Refused('credit-nobody', 'No member has this name', { field: 'handle' });
  if (member.id === memberId(ctx.actor) && !canAdjustCredit(ctx.actor))
    throw new Refused('credit-self', 'Somebody else has to give it', { field: 'handle' });
  const accountId = await openStoreCredit(ctx, { memberId: member.id, currency });
  return { accountId, code: null, account: `@${member.handle}` };
}
