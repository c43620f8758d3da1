'use server';

import { transact } from '@/lib/core/context';
import { addCredit, decideCredit } from '@/lib/credit/commands';
import { addCreditInput, decideCreditInput } from '@/lib/credit/schema';
import { action, confirmed, staff } from '@/lib/web/action';

export const addCreditAction = action(addCreditInput, confirmed, transact(addCredit));

export const decideCreditAction = action(decideCreditInput, staff('credit.decide'), transact(decideCredit));
