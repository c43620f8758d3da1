/** Addresses as forms send them, by the rules of their countries, and the company that an invoice is for. */
import { z } from 'zod';

import { maybeLine, nameLine } from '@/lib/core/fields';
import { language, orNothing } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';

import { asTaxNumber, needsTaxNumber } from './choices/tax-number';
import { addressRule, asPostcode, countryCodes, postcodeFits } from './countries';
import { regionCode } from './regions';

const phoneShape = /^\+?[\d ()./-]{5,24}(?: ?(?:x|ext\.?|#) ?\d{1,6})?$/i;
const isPhone = (phone: string) => phoneShape.test(phone) && phone.replace(/\D/g, '').length >= 5;

export const addressFields = z.object({
  name: nameLine(80),
  line1: nameLine(120),
  line2: maybeLine(120),
  city: nameLine(80),
  region: maybeLine(80),
  postcode: typed(20).default(''),
  country: z.enum(countryCodes),
  phone: typed(40).refine(isPhone, 'code:bad-phone'),
});

export type Address = z.output<typeof addressFields>;

/** The company that an invoice is for, both empty where it is for a person; the number is that of its tax office, or for VAT. */
export const companyFields = { company: maybeLine(120), taxNumber: typed(40).default('') };
const companyShape = z.object(companyFields);
export type Company = z.output<typeof companyShape>;

/** An address that can exist in its country. */
export const addressSchema = fitting(addressFields).transform(inCountry);

/** An address that a member keeps: a new one, or other words for the one that is named. */
export const saveAddressSchema = forCompany(
  fitting(
    addressFields.extend({
      ...companyFields,
      addressId: orNothing(z.uuid().optional()),
      locale: language.default('en'),
    }),
  ),
).transform(inCountry);
export type SaveAddress = Omit<z.output<typeof saveAddressSchema>, 'locale'>;

export const chooseAddressSchema = z.object({ addressId: z.uuid() });

/** A postcode as its country writes it, a region by its code where there is one, and none where an address names none; a tax number as it is kept. */
export function inCountry<A extends Address & Partial<Company>>(address: A): A {
  const { country, region, taxNumber } = address;
  const named = addressRule(country).part ? (regionCode(country, region) ?? region) : '';
  return {
    ...address,
    postcode: asPostcode(country, address.postcode),
    region: named,
    ...(taxNumber && { taxNumber: asTaxNumber(country, taxNumber) ?? taxNumber }),
  };
}

/** What a country asks of an address is said together with what is wrong elsewhere in the form, as soon as the country is known. */
export function fitting<S extends z.ZodType<Address>>(fields: S): S {
  const when = ({ value }: { value: unknown }) =>
    addressFields.pick({ country: true, postcode: true, region: true }).safeParse(value).success;
  return fields
    .refine((address) => postcodeFits(address.country, inCountry(address).postcode), {
      path: ['postcode'],
      when,
      error: ({ input }) => ((input as Address).postcode ? 'code:bad-postcode' : 'code:required'),
    })
    .refine((address) => regionFits(inCountry(address)), {
      path: ['region'],
      when,
      error: ({ input }) => ((input as Address).region ? 'code:bad-region' : 'code:required'),
    });
}

/** A tax number is of a company, can be one of its country, and is there where an invoice for a company has to say it. */
export function forCompany<S extends z.ZodType<Address & Company>>(fields: S): S {
  const known = addressFields.pick({ country: true }).extend(companyFields);
  const when = ({ value }: { value: unknown }) => known.safeParse(value).success;
  return fields
    .refine(({ company, taxNumber }) => company !== '' || taxNumber === '', {
      path: ['company'],
      when,
      error: 'code:required',
    })
    .refine(numberFits, {
      path: ['taxNumber'],
      when,
      error: ({ input }) => ((input as Company).taxNumber ? 'code:bad-company-number' : 'code:required'),
    });
}

function numberFits({ country, company, taxNumber }: Address & Company): boolean {
  if (taxNumber === '') return company === '' || !needsTaxNumber(country);
  return asTaxNumber(country, taxNumber) !== null;
}

function regionFits({ country, region }: Address): boolean {
  if (!region) return !addressRule(country).region;
  return regionCode(country, region) !== undefined;
}
