/** What the forms of credit send; safe in the browser. */
import { z } from 'zod';

import { moment, withMoments } from '@/lib/core/form-moments';
import { orNothing, reason } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';

const currency = z.string().regex(/^[A-Z]{3}$/);
const amount = typed(20).pipe(z.string().min(1, 'code:required'));

/** The code of a gift card that a member puts onto their balance. */
export const redeemCardInput = z.object({ code: typed(100).pipe(z.string().min(1, 'code:required')) });
export type RedeemCard = z.output<typeof redeemCardInput>;

/** The form's own id, new with each page: what is sent twice is done once. */
const once = z.uuid();

/** Credit for a member, by their name in addresses, or a gift card where none is named. */
export const issueCreditInput = withMoments(
  ['expiresAt'],
  z.object({
    to: z.enum(['member', 'card']),
    handle: typed(40).default(''),
    amount,
    currency,
    reason,
    once,
    expiresAt: orNothing(moment.optional()),
  }),
);
export type IssueCredit = z.output<typeof issueCreditInput>;

/** What is put into a balance, or taken out of it, and why. */
export const adjustCreditInput = z.object({ accountId: z.uuid(), way: z.enum(['in', 'out']), amount, reason, once });
export type AdjustCredit = z.output<typeof adjustCreditInput>;

/** Keeps a gift card from being spent, or lets it be again. */
export const disableCardInput = z.object({ accountId: z.uuid(), act: z.enum(['disable', 'enable']), reason });
export type DisableCard = z.output<typeof disableCardInput>;
