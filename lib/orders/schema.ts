import { z } from 'zod';

import { addressRules, countryCodes, postcodeFits } from './countries';

export { addressRules, countryCodes, isCountry, type CountryCode } from './countries';
export { lineTitle } from './line-title';
export { billOf, totalsOf, type Bill, type Totals } from './totals';

const line = (most: number) => z.string().trim().min(1).max(most);
const maybe = (most: number) => z.string().trim().max(most).default('');

const addressFields = z.object({
  name: line(80),
  line1: line(120),
  line2: maybe(120),
  city: line(80),
  region: maybe(80),
  postcode: z.string().trim().toUpperCase().max(12).default(''),
  country: z.enum(countryCodes),
  phone: z.string().trim().regex(/^\+?[\d ()-]{5,20}$/, 'code:bad-phone'),
});

export type Address = z.output<typeof addressFields>;

/** An address that can exist in its country. */
export const addressSchema = addressFields.superRefine(fitCountry);

/** Pays for a held unit, to be sent to an address. */
export const placeOrderSchema = addressFields.extend({ claimId: z.uuid(), locale: z.enum(['en', 'zh']).default('en') }).superRefine(fitCountry);
export type PlaceOrder = z.output<typeof placeOrderSchema>;

const reason = z.string().trim().min(3).max(500);
const number = z.string().trim().min(1).max(20);

export const orderNumberSchema = z.object({ number });
export const resumeSchema = z.object({ number, locale: z.enum(['en', 'zh']).default('en') });
export const shipOrderSchema = z.object({ number, carrier: line(40), tracking: line(60).regex(/^[A-Za-z0-9 -]+$/) });


/** One staff member's wish to see a buyer's personal data, with its reason. */
export const openOrderSchema = z.object({ number, reason });

export const orderStates = ['PENDING', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED'] as const;
export type OrderState = (typeof orderStates)[number];

/** `seen` is the state that the order had on the page: the refund of another state is another matter. */
export const refundOrderSchema = z.object({ number, reason, seen: z.enum(orderStates) });
export const returnPaymentSchema = z.object({ number, reason, paymentId: z.uuid() });
export const closeAlertSchema = z.object({ number, reason });

export const orderFilterSchema = z.object({
  attention: z.literal('1').optional().catch(undefined),
  state: z.enum(orderStates).optional().catch(undefined),
  number: z.string().trim().max(20).optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
});
export type OrderFilter = z.output<typeof orderFilterSchema>;

function fitCountry(address: Address, check: z.RefinementCtx): void {
  if (!postcodeFits(address.country, address.postcode)) check.addIssue({ code: 'custom', path: ['postcode'], message: address.postcode ? 'code:bad-postcode' : 'code:required' });
  if (addressRules[address.country].region && !address.region) check.addIssue({ code: 'custom', path: ['region'], message: 'code:required' });
}

/** What an owner answers to their product's question. */
export const answerSchema = z.object({
  promptId: z.uuid(),
  rating: z.enum(['1', '2', '3', '4', '5'], 'code:rating-missing').transform(Number),
  body: z.string().trim().min(1).max(2000),
});
