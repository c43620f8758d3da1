'use server';

import { transact } from '@/lib/core/context';
import { adjustCredit, disableCard, issueCredit } from '@/lib/credit/commands';
import * as schema from '@/lib/credit/schema';
import { redeemCode } from '@/lib/credit/redeem-code';
import { action, member, staff } from '@/lib/web/action';
import { currentNetwork } from '@/lib/web/session';

export const redeemCardAction = action(schema.redeemCardInput, member, async (actor, input) =>
  redeemCode(actor, input, { network: await currentNetwork() }),
);

export const issueCreditAction = action(schema.issueCreditInput, staff('credit.issue'), transact(issueCredit));

export const adjustCreditAction = action(schema.adjustCreditInput, staff('credit.adjust'), transact(adjustCredit));

export const disableCardAction = action(schema.disableCardInput, staff('credit.adjust'), transact(disableCard));
