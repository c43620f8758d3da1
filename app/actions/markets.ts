'use server';

import { saveTerms } from '@/lib/flows/markets/save-terms';
import * as schema from '@/lib/markets/schema';
import { action, staff } from '@/lib/web/action';

export const saveShippingAction = action(schema.saveShippingInput, staff('markets.manage'), saveTerms);

export const saveTaxesAction = action(schema.saveTaxesInput, staff('markets.manage'), saveTerms);
