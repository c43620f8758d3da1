import { z } from 'zod';

import { chosenRows } from '@/lib/core/bulk';
import { emailField } from '@/lib/core/email';
import { maybeLine, multiLine, nameLine } from '@/lib/core/fields';
import { language, linkKey, orNothing, reason, rowCode, ticked } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';
import { typed } from '@/lib/core/typed';

import { addressFields, companyFields, fitting, forCompany, inCountry, type Company } from './address-schema';

export {
  addressSchema,
  chooseAddressSchema,
  saveAddressSchema,
  type Address,
  type Company,
  type SaveAddress,
} from './address-schema';
export { mostAddresses } from './limits';
export { needsTaxNumber } from './choices/tax-number';
export { addressRule, countryCodes, isCountry, type CountryCode } from './countries';
export { addressLines, addressOrder, type AddressPart } from './address-lines';
export { lineTitle, titleOf } from './line-title';
export { regionCode, regionsOf } from './regions';
export { billOf, totalsOf, type Bill, type BillDiscount, type Totals } from './totals';

/** Where goods are sent, and what the form of a checkout showed. */
const checkoutFields = addressFields.extend({
  ...companyFields,
  /** Whether a member wants the address kept among their own. */
  keep: ticked,
  /** The total that the form showed, and its currency, where it could follow the address. */
  shown: orNothing(whole(0, Number.MAX_SAFE_INTEGER).optional()),
  shownCurrency: orNothing(
    z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  ),
  locale: language.default('en'),
});

/** Pays for a held unit, to be sent to an address. */
export const placeOrderSchema = forCompany(fitting(checkoutFields.extend({ claimId: z.uuid() }))).transform(inCountry);
type Claiming = z.output<typeof placeOrderSchema>;
export type PlaceOrder = Omit<Claiming, ForBuyer> & Partial<Pick<Claiming, ForBuyer>>;
/** What a buyer may leave out: none of it is a part of where the order goes. */
type ForBuyer = 'keep' | keyof Company;

/** Orders a cart in one of its versions, to be sent to an address. */
export const placeCartOrderSchema = forCompany(
  fitting(
    checkoutFields.extend({
      cartId: z.uuid(),
      version: whole(1, 2_000_000_000),
      /** Where a guest is written to. */
      email: orNothing(emailField.optional()),
      /** Whether it is paid with credit as far as that goes, and what there was to spend as the form showed it, in minor units. */
      useCredit: ticked,
      shownCredit: orNothing(whole(0, Number.MAX_SAFE_INTEGER).optional()),
    }),
  ),
).transform(inCountry);
type Placing = z.output<typeof placeCartOrderSchema>;
export type PlaceCartOrder = Omit<Placing, 'useCredit' | ForBuyer> & Partial<Pick<Placing, 'useCredit' | ForBuyer>>;

const number = rowCode;

export const orderNumberSchema = z.object({ number });

/** The order of whoever asks: a member's by its number, a guest's by the key of its address. */
export const ownOrderSchema = z.union([
  z.object({ key: linkKey, number: z.undefined().optional(), locale: language.default('en') }),
  z.object({ number, key: z.undefined().optional(), locale: language.default('en') }),
]);

/** Asks for the link of an order that somebody without an account has placed. */
export const lookUpSchema = z.object({ number, email: emailField, locale: language.default('en') });
const trackingShape = /^[A-Za-z0-9 -]+$/;

/** A parcel and the number by which it is followed. */
export const shipOrderSchema = z.object({
  number,
  carrier: nameLine(40),
  tracking: typed(60).pipe(z.string().min(1).regex(trackingShape)),
});

/** A carrier and its service, as one choice. */
const labelChoice = z.string().regex(/^[a-z]{1,20}:[a-z0-9-]{1,40}$/, 'code:required');

/** The carrier and the service of a choice. */
export function choiceOf(choice: string): { carrier: string; service: string } {
  const [carrier = '', service = ''] = choice.split(':');
  return { carrier, service };
}

export const buyLabelSchema = z.object({ number, choice: labelChoice });

/** Labels for many orders; with `send` their parcels are on their way at once. */
export const labelManySchema = z.object({ choice: labelChoice, send: ticked });
export const cancelLabelSchema = z.object({ number, labelId: z.uuid() });

const maybeTracking = typed(60)
  .pipe(z.string().regex(trackingShape).or(z.literal('')))
  .default('');

/** Begins the packing of an order, or of the one that waits longest; `choice` is the label that its parcel gets. */
export const startPackingSchema = z.object({
  number: orNothing(number.optional()),
  choice: orNothing(labelChoice.optional()),
  locale: language.default('en'),
});

/** What a scanner sent, or a person typed, while an order is packed. */
export const scanSchema = z.object({
  number,
  code: typed(80).pipe(z.string().min(1, 'code:required')),
  choice: orNothing(labelChoice.optional()),
  locale: language.default('en'),
});

/** A piece of a line that is counted by hand, or all of them; or one that is taken out again. */
export const countPieceSchema = z.object({ number, lineId: z.uuid(), all: z.literal('1').optional() });
export const takeOutSchema = z.object({ number, lineId: z.uuid() });

/** Sends what was packed: with a label, or with who brings it where that is not said by one. */
export const packParcelSchema = z
  .object({
    number,
    choice: orNothing(labelChoice.optional()),
    carrier: maybeLine(40),
    tracking: maybeTracking,
    locale: language.default('en'),
  })
  .refine(({ choice = 'manual:', carrier }) => !choice.startsWith('manual:') || carrier !== '', {
    path: ['carrier'],
    error: 'code:required',
  });

/** What has arrived: a parcel, or all of an order that is on its way. */
export const deliverOrderSchema = z.object({ number, shipmentId: orNothing(z.uuid().optional()) });

/** What one parcel among many is told: a parcel may go without a number to follow it by. */
export const parcelSchema = z.object({ carrier: nameLine(40), tracking: maybeTracking });
/** What is the same for many parcels. */
export const shipManySchema = z.object({ carrier: nameLine(40) });
/** Where nothing more is asked. */
export const deliverManySchema = z.object({});

export const orderActsOnMany = ['orders.ship', 'orders.label', 'orders.deliver', 'orders.pack'] as const;

/** Orders that are ticked on a page of the list, or all that its address names. */
export const chooseOrdersSchema = chosenRows.extend({ act: z.enum(orderActsOnMany) });
export type ChooseOrders = z.output<typeof chooseOrdersSchema>;

const mostTrackingBytes = 2 * 1024 * 1024;

/** A CSV file of tracking numbers, with the carrier of rows that name none. */
export const importTrackingSchema = z.object({
  file: z
    .instanceof(File, { message: 'code:required' })
    .refine(({ size }) => size <= mostTrackingBytes, 'code:tracking-large'),
  carrier: maybeLine(40),
  locale: language.default('en'),
});
export type ImportTracking = Pick<z.output<typeof importTrackingSchema>, 'file' | 'carrier'>;

/** Another address for an order that was not sent yet, in the same country, and why. */
export const correctAddressSchema = fitting(addressFields.extend({ number, reason })).transform(inCountry);
export type CorrectAddress = z.output<typeof correctAddressSchema>;

/** Another carrier or tracking number of a parcel, and why; `was` is the number that the page showed. */
export const correctTrackingSchema = shipOrderSchema.extend({
  reason,
  was: maybeLine(100),
  shipmentId: orNothing(z.uuid().optional()),
});
export type CorrectTracking = z.output<typeof correctTrackingSchema>;

/** One staff member's wish to see a buyer's personal data, with its reason. */
export const openOrderSchema = z.object({ number, reason });

export const orderStates = ['PENDING', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED'] as const;
export type OrderState = (typeof orderStates)[number];

/** `seen` is the state that the order had on the page: the refund of another state is another matter. */
export const refundOrderSchema = z.object({
  number,
  reason,
  seen: z.enum(orderStates),
  /** What was left on the page to give back, in minor units. */
  seenLeft: whole(0, Number.MAX_SAFE_INTEGER),
  /** What is typed of a part; empty where all that is left goes back. */
  amount: orNothing(typed(20).optional()),
  /** Whether it goes into the buyer's store credit, whoever took it. */
  toCredit: ticked,
});
export const returnPaymentSchema = z.object({ number, reason, paymentId: z.uuid() });
export const closeAlertSchema = z.object({ number, reason });

/** Writes something down about an order; `once` is the form's own id. */
export const noteOrderSchema = z.object({ number, text: multiLine(2000), once: orNothing(z.uuid().optional()) });
export type NoteOrder = z.output<typeof noteOrderSchema>;

export const removeNoteSchema = z.object({ noteId: z.uuid() });
export type RemoveNote = z.output<typeof removeNoteSchema>;
