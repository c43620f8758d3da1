'use server';

import { transact } from '@/lib/core/context';
import * as commands from '@/lib/discounts/commands';
import * as schema from '@/lib/discounts/schema';
import { action, staff } from '@/lib/web/action';

export const saveDiscountAction = action(schema.saveDiscountInput, staff('discounts.edit'), (actor, input) =>
  transact(commands.saveDiscount)(actor, input),
);

export const endDiscountAction = action(schema.endDiscountInput, staff('discounts.edit'), (actor, input) =>
  transact(commands.endDiscount)(actor, input),
);
