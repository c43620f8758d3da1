'use server';

import { checkPayments } from '@/lib/flows/markets/check-payments';
import { putBackTerms, saveTerms } from '@/lib/flows/markets/save-terms';
import * as schema from '@/lib/markets/schema';
import { action, staff } from '@/lib/web/action';

export const checkPaymentsAction = action(schema.checkPaymentsInput, staff('markets.manage'), (actor) =>
  checkPayments(actor),
);

export const putBackMarketAction = action(schema.putBackInput, staff('markets.manage'), putBackTerms);

export const saveShippingAction = action(schema.saveShippingInput, staff('markets.manage'), saveTerms);

export const saveTaxesAction = action(schema.saveTaxesInput, staff('markets.manage'), saveTerms);
