/** Whose phones are sent codes, and how many a day. Safe in the browser. */
import { z } from 'zod';

import { whole } from '@/lib/core/whole-number';

const country = z.string().regex(/^[A-Z]{2}$/, 'code:bad-value');

export const phoneRule = z.object({
  /** The countries whose phones are sent codes; null for those that the shop ships to. */
  countries: z.array(country).max(300).nullable(),
  /** How many codes leave in a day for browsers that nobody signed in with before, and as many again for the others. */
  perDay: whole(1, 100_000),
});
export type PhoneRule = z.output<typeof phoneRule>;

/** The rule of a shop that has set none. */
export const initialPhoneRule: PhoneRule = { countries: null, perDay: 300 };

/** Codes of countries as they are typed or chosen: two letters each, whatever stands between them. */
const codes = z
  .string()
  .max(3_000)
  .default('')
  .transform((text) =>
    [
      ...new Set(
        text
          .normalize('NFKC')
          .toUpperCase()
          .match(/[A-Z]{2}/g),
      ),
    ].toSorted(),
  )
  .pipe(z.array(country).max(300));

/** The rule as its form sends it, with the version that it showed. */
export const phoneRuleInput = z
  .object({
    where: z.enum(['market', 'chosen']),
    countries: codes,
    perDay: phoneRule.shape.perDay,
    shown: whole(0, 2_000_000_000),
  })
  .check(({ value, issues }) => {
    if (value.where === 'chosen' && value.countries.length === 0)
      issues.push({ code: 'custom', message: 'code:required', path: ['countries'], input: value.countries });
  })
  .transform(({ where, countries, ...rest }) => ({ ...rest, countries: where === 'market' ? null : countries }));
