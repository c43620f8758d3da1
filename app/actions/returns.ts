'use server';

import { transact } from '@/lib/core/context';
import { askForReturn, cancelOwnReturn, sendOwnReturn } from '@/lib/flows/returns/ask-for-return';
import { countReturnedGoods } from '@/lib/flows/returns/count-return';
import { settleReturn } from '@/lib/flows/returns/settle-return';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { decideReturn } from '@/lib/returns/commands';
import {
  askReturnInput,
  countReturnInput,
  decideReturnInput,
  ownReturnInput,
  sentReturnInput,
  settleReturnInput,
} from '@/lib/returns/schema';
import { action, anyone, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

export const askReturnAction = action(askReturnInput, anyone, async (actor, input) => {
  await askForReturn(actor, input);
  const { number = '', key, locale } = input;
  redirect(inLocale(locale, paths.askedOrder(key === undefined ? { number } : { key })));
});

export const cancelReturnAction = action(ownReturnInput, anyone, (actor, input) => cancelOwnReturn(actor, input));

export const sendReturnAction = action(sentReturnInput, anyone, (actor, input) => sendOwnReturn(actor, input));

export const decideReturnAction = action(decideReturnInput, staff('returns.handle'), transact(decideReturn));

export const countReturnAction = action(countReturnInput, staff('returns.handle'), (actor, input) =>
  countReturnedGoods(actor, input),
);

export const settleReturnAction = action(settleReturnInput, staff('orders.refund'), (actor, input) =>
  settleReturn(actor, input),
);
