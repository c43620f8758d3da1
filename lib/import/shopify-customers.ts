import { z } from 'zod';

import { asEmail } from '@/lib/core/email';
import { asPhone } from '@/lib/imports/person';
import type { CustomerRow } from '@/lib/imports/shapes';

import { idOf, readFirst, type PickedRow, type SheetSpec } from './sheet-groups';
import { amountIn, count, flag, readTags, text, type Fault } from './sheet-pieces';
import { unguarded } from './sheet-rows';
import type { Built, Money } from './shopify-records';

const aliases = {
  id: ['customerid', 'id'],
  firstName: ['firstname'],
  lastName: ['lastname'],
  email: ['email'],
  emailMarketing: ['acceptsemailmarketing', 'acceptsmarketing', 'emailmarketing:status'],
  smsMarketing: ['acceptssmsmarketing', 'smsmarketing:status'],
  country: ['defaultaddresscountrycode', 'countrycode', 'defaultaddresscountry', 'country'],
  address: ['defaultaddressaddress1', 'address1'],
  phone: ['phone'],
  spent: ['totalspent'],
  orders: ['totalorders'],
  note: ['note'],
  taxExempt: ['taxexempt'],
  tags: ['tags'],
} as const;
type Column = keyof typeof aliases;

/** Customers are known by their e-mail address, without one by their phone number, and without both by their number in the old shop. */
export const customersSheet: SheetSpec<Column> = {
  aliases,
  grouped: { what: 'customer', key: 'email', most: 100 },
  keyOf: ({ email, phone, id }) => {
    const address = asEmail(unguarded(email));
    const number = asPhone(unguarded(phone));
    if (address !== null && address.length <= 200) return address;
    if (email !== '') return { code: 'email', reason: 'what stands under Email is no e-mail address' };
    if (number !== null) return `phone:${number}`;
    const known = idOf(id);
    return known === null
      ? { code: 'person-missing', reason: 'the row has no e-mail address, phone number or number of a customer' }
      : `id:${known}`;
  },
};

const shape = (currency: string, delimiter: string) =>
  z.object({
    firstName: text('first name', 255),
    lastName: text('last name', 255),
    country: text('country', 60),
    orders: count('total orders'),
    spent: z
      .string()
      .transform((value, ctx) => (value === '' ? null : amountIn(currency, delimiter, most)(value, ctx))),
    taxExempt: flag('tax exempt', false),
    tags: z.string().transform(readTags),
  });
const most = 1_000_000_000_000;

/** What somebody said of being written to; what is no clear yes or no is neither. */
export function toldBy(cell: string): 'yes' | 'no' | 'unknown' {
  if (/^(yes|true|subscribed)$/i.test(cell)) return 'yes';
  return /^(no|false|unsubscribed|not[ _]?subscribed)$/i.test(cell) ? 'no' : 'unknown';
}

/** A customer of the old shop. Of several rows with one e-mail address the first counts, and of what they say of being written to the strictest. */
export function buildCustomer(key: string, rows: PickedRow<Column>[], money: Money): Built<CustomerRow> {
  const read = readFirst(shape(money.currency, money.delimiter), rows);
  if ('faults' in read) return read;
  const { first, more } = read;
  const { spent, ...fields } = read.data;
  const { email, phone, id } = first.cells;
  const row: CustomerRow = {
    ...fields,
    email: asEmail(unguarded(email)),
    phone: asPhone(unguarded(phone)),
    customerId: idOf(id),
    marketing: { email: strictest(rows, 'emailMarketing'), sms: strictest(rows, 'smsMarketing') },
    spent: spent === null ? null : { minor: spent, currency: money.currency },
  };
  const twin: Fault = { code: 'customer-twice', reason: `row ${first.row} has the same customer` };
  return {
    row,
    faults: more.map((each) => ({ row: each.row, ...twin })),
    leftOut: { 'customer-notes': first.cells.note ? 1 : 0, 'customer-addresses': first.cells.address ? 1 : 0 },
  };
}

function strictest(rows: PickedRow<Column>[], column: Column): 'yes' | 'no' | 'unknown' {
  const told = rows.map(({ cells }) => toldBy(cells[column]));
  return told.includes('no') ? 'no' : told.every((each) => each === 'yes') ? 'yes' : 'unknown';
}
